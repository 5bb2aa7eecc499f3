import { NothingHere } from '@/app/_components/nothing-here'

/** Inside the signed-in frame, which has the page's `main` already. */
export default NothingHere
