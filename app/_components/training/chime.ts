let audio: AudioContext | null = null

/** Browsers let a page sound only after a press: to be called in one. */
export function readySound(): void {
  try {
    audio ??= new AudioContext()
    if (audio.state === 'suspended') void audio.resume()
  } catch {
    // No sound on this device.
  }
}

/** Two short tones and a buzz, where the device can. */
export function chime(): void {
  navigator.vibrate?.([200, 100, 200])
  readySound()
  if (!audio) return
  try {
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
