import type { Page } from '@playwright/test'

/**
 * What a person would stumble over on the page as it is laid out now: a sideways scroll, a figure or
 * a word that is cut, something that bursts its box, a target smaller than `target` px.
 */
export const layoutFaults = (page: Page, target: number): Promise<string[]> =>
  page.evaluate((least) => {
    const faults: string[] = []
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}"`
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      return width > 1 && height > 1 && isSeen && !element.closest('.sr-only')
    }
    const seen = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown)
    const all = (selector: string) =>
      seen(selector).filter((element) => !element.closest('[aria-hidden=true]'))
    const pixels = (length: string) => Number.parseFloat(length)
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const excess = document.documentElement.scrollWidth - window.innerWidth
    if (excess > 0) {
      const isBeyond = (element: Element) =>
        element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element)
      const beyond = all('body *').filter(isBeyond)
      const last = beyond.find((element) => ![...element.children].some(isBeyond))
      faults.push(`the page is ${excess} px too wide: ${last ? nameOf(last) : ''}`)
    }

    const ruler = document.createElement('span')
    ruler.style.cssText = 'position:absolute;visibility:hidden;white-space:pre'
    document.body.append(ruler)
    for (const field of all('input:not([type=checkbox],[type=radio],[type=hidden])')) {
      if (!(field instanceof HTMLInputElement)) continue
      const style = getComputedStyle(field)
      // Words may be longer than their field, which scrolls; an example that is cut ends in an ellipsis.
      const isFigure = /^[\d.,:/-]+$/.test(field.value)
      const isExample = field.value === '' && style.textOverflow !== 'ellipsis'
      if (!isFigure && !isExample) continue
      // One by one, since the shorthand is empty beside tabular figures.
      const { fontFamily, fontSize, fontWeight, fontVariantNumeric, letterSpacing } = style
      const font = { fontFamily, fontSize, fontWeight, fontVariantNumeric, letterSpacing }
      Object.assign(ruler.style, font)
      ruler.textContent = field.value || field.placeholder
      const room = field.clientWidth - pixels(style.paddingLeft) - pixels(style.paddingRight)
      const need = ruler.getBoundingClientRect().width
      if (need > room + 1)
        faults.push(
          `cut: ${nameOf(field)} needs ${Math.round(need)} px and has ${Math.round(room)}`,
        )
    }
    ruler.remove()

    const hasOwnText = ({ childNodes }: Element) =>
      [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    for (const element of all('main *').filter(hasOwnText)) {
      const { overflowX } = getComputedStyle(element)
      const isClipped = overflowX === 'hidden' || overflowX === 'clip'
      if (isClipped && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut: ${nameOf(element)}`)
      const { right } = element.getBoundingClientRect()
      const parent = element.parentElement
      const hasBox = parent && getComputedStyle(parent).display !== 'contents'
      const box = hasBox && parent.getBoundingClientRect()
      if (box && right > box.right + 2 && !scrolls(parent))
        faults.push(`bursts its box: ${nameOf(element)}`)
    }
    for (const element of all('main :is(button,a[href],input:not([type=hidden]),select,summary)')) {
      if (getComputedStyle(element).display === 'inline') continue
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
      if (Math.min(width, height) < least - 0.5)
        faults.push(`small: ${nameOf(element)} is ${Math.round(width)} × ${Math.round(height)} px`)
    }
    // A bar lies over the page on purpose.
    const lies = (element: Element | null): boolean =>
      element !== null &&
      (/fixed|sticky/.test(getComputedStyle(element).position) || lies(element.parentElement))
    const isTyped = (each: Element) => each.matches('input:is([type=text],[type=search]),textarea')
    const isPressed = (each: Element) => each.closest('button,a,summary') !== null
    const texts = seen('main *').filter(
      (each) => (hasOwnText(each) || isTyped(each)) && !lies(each),
    )
    const boxes = texts.map((element) => {
      if (isTyped(element)) {
        const { paddingLeft, paddingRight } = getComputedStyle(element)
        const { left, top, width, height } = element.getBoundingClientRect()
        const room = width - pixels(paddingLeft) - pixels(paddingRight)
        return new DOMRect(left + pixels(paddingLeft), top, room, height)
      }
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect()
    })
    const over = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6
    texts.forEach((element, at) => {
      texts.slice(at + 1).forEach((other, next) => {
        const [one, two] = [boxes[at], boxes[at + 1 + next]]
        // A unit may stand in its field; what is pressed may not.
        const isInField = [element, other].some(isTyped) && ![element, other].some(isPressed)
        if (one && two && over(one, two) && !element.contains(other) && !isInField)
          faults.push(`overlap: ${nameOf(element)} and ${nameOf(other)}`)
      })
    })
    return [...new Set(faults)]
  }, target)
