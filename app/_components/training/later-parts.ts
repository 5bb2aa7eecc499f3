'use client'

import { lazy } from 'react'

/**
 * What nobody sees before the first press. It is loaded with that press, so that it is there when it
 * is needed without a network, and the service worker keeps it for the next time.
 */
const LOAD = {
  outbox: () => import('@/lib/offline/outbox'),
  add: () => import('./add-view').then(({ AddView }) => ({ default: AddView })),
  finish: () => import('./finish-view').then(({ FinishView }) => ({ default: FinishView })),
  finished: () => import('./finished-view').then(({ FinishedView }) => ({ default: FinishedView })),
  plates: () => import('./plates-dialog').then(({ PlatesDialog }) => ({ default: PlatesDialog })),
  menu: () => import('./menu-sheets').then(({ ExerciseSheet }) => ({ default: ExerciseSheet })),
  blockMenu: () => import('./menu-sheets').then(({ BlockSheet }) => ({ default: BlockSheet })),
  setMenu: () => import('./set-menu').then(({ SetMenu }) => ({ default: SetMenu })),
  swipe: () => import('./swipe'),
  blockClock: () => import('./block-clock').then(({ BlockClock }) => ({ default: BlockClock })),
  rest: () => import('./rest-bar').then(({ RestBar }) => ({ default: RestBar })),
  keys: () => import('./key-strip').then(({ KeyStrip }) => ({ default: KeyStrip })),
  clock: () => import('./set-clock').then(({ SetClock }) => ({ default: SetClock })),
  changes: () => import('./stuck-changes').then(({ StuckChanges }) => ({ default: StuckChanges })),
  settle: () => import('./settle-entry'),
  question: () => import('./set-question').then(({ SetQuestion }) => ({ default: SetQuestion })),
  quiet: () => import('./quiet-question').then(({ QuietQuestion }) => ({ default: QuietQuestion })),
  removed: () => import('./removed-toast').then(({ RemovedToast }) => ({ default: RemovedToast })),
  stuck: () => import('./stuck-set').then(({ StuckSet }) => ({ default: StuckSet })),
}

const AGAIN_MS = 3000

/** Waits for what does not come, rather than failing: a part that is missing takes no other down. */
const patiently =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    for (;;) {
      const part = await load().catch(() => null)
      if (part) return part
      await new Promise((again) => setTimeout(again, AGAIN_MS))
    }
  }

export const AddView = lazy(patiently(LOAD.add))
export const FinishView = lazy(patiently(LOAD.finish))
export const FinishedView = lazy(patiently(LOAD.finished))
export const PlatesDialog = lazy(patiently(LOAD.plates))
export const ExerciseSheet = lazy(patiently(LOAD.menu))
export const BlockSheet = lazy(patiently(LOAD.blockMenu))
export const SetMenu = lazy(patiently(LOAD.setMenu))
export const BlockClock = lazy(patiently(LOAD.blockClock))
export const RestBar = lazy(patiently(LOAD.rest))
export const KeyStrip = lazy(patiently(LOAD.keys))
export const SetClock = lazy(patiently(LOAD.clock))
export const StuckChanges = lazy(patiently(LOAD.changes))
export const SetQuestion = lazy(patiently(LOAD.question))
export const LaterQuietQuestion = lazy(patiently(LOAD.quiet))
export const RemovedToast = lazy(patiently(LOAD.removed))
export const StuckSet = lazy(patiently(LOAD.stuck))

/** What follows a finger over the row of a set. */
export const loadSwipe = LOAD.swipe

/** Never fails: what is not there is asked for again when it is shown. */
export const loadLaterParts = (): void =>
  void Promise.allSettled(Object.values(LOAD).map((load) => load()))
