import { useLayoutEffect, useRef } from 'react'

/** Keeps the height of a bar in a CSS variable, so that pages leave room for it and scroll clear of it. */
export function useMeasured<T extends HTMLElement>(name: '--head' | '--dock') {
  const bar = useRef<T>(null)
  useLayoutEffect(() => {
    const { current } = bar
    if (!current) return
    const { style } = document.documentElement
    const measure = () => style.setProperty(name, `${current.getBoundingClientRect().height}px`)
    // At once, since what is scrolled to in the same moment has to stay clear of it.
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty(name)
    }
  }, [name])
  return bar
}
