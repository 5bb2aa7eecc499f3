/** What route.ts puts before the service worker. */
declare const VERSION: string
