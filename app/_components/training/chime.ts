let audio: AudioContext | null = null

/** Two short tones and a buzz, where the device can; a sound needs a press somewhere before. */
export function chime(): void {
  navigator.vibrate?.([200, 100, 200])
  try {
    audio ??= new AudioContext()
    for (const [index, pitch] of [660, 880].entries()) {
      const tone = audio.createOscillator()
      const volume = audio.createGain()
      const at = audio.currentTime + index * 0.25
      tone.frequency.value = pitch
      volume.gain.setValueAtTime(0.25, at)
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.22)
      tone.connect(volume).connect(audio.destination)
      tone.start(at)
      tone.stop(at + 0.24)
    }
  } catch {
    // A device without sound has the picture and the buzz.
  }
}
