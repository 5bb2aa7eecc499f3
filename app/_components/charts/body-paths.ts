import { curveCatmullRomClosed, line } from 'd3-shape'
import { MUSCLE_GROUPS, type MuscleGroup } from '@/lib/schemas/exercise'
import { BACK, type BodyView, FRONT, HEAD, KNEE, OUTLINE } from './body-shapes'

type Corner = [number, number]

const parse = (points: string): Corner[] =>
  points.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number)
    return [x, y]
  })

const mirror = (corners: readonly Corner[]): Corner[] => corners.map(([x, y]) => [-x, y])

const draw = (corners: Corner[]): string =>
  line().curve(curveCatmullRomClosed).digits(1)(corners) ?? ''

/** A shape on either side. */
const drawBoth = (points: string): string => draw(parse(points)) + draw(mirror(parse(points)))

/** One shape over the midline. */
const drawWhole = (points: string): string =>
  draw([...parse(points), ...mirror(parse(points)).toReversed()])

/** A path for each muscle to be seen from there. */
const drawView = (view: BodyView): { muscle: MuscleGroup; d: string }[] =>
  MUSCLE_GROUPS.flatMap((muscle) => {
    const d = view[muscle]?.map(drawBoth).join('')
    return d ? [{ muscle, d }] : []
  })

/** The figure in SVG paths, 180 wide around x = 0 and 406 high; drawn once, when this is loaded. */
export const BODY_PATH = drawWhole(OUTLINE) + drawWhole(HEAD)
export const KNEES_PATH = drawBoth(KNEE)
export const FRONT_PATHS = drawView(FRONT)
export const BACK_PATHS = drawView(BACK)
