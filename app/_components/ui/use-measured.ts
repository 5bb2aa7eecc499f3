import { useEffect, useRef } from 'react'

/** Keeps the height of a bar in a CSS variable, so that pages leave room for it and scroll clear of it. */
export function useMeasured<T extends HTMLElement>(name: '--head' | '--dock') {
  const bar = useRef<T>(null)
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() =>
      style.setProperty(name, `${current.getBoundingClientRect().height}px`),
    )
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty(name)
    }
  }, [name])
  return bar
}
