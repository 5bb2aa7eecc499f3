import { plateText } from '@/lib/domain/plate-text'
import type { LoadedBar } from '@/lib/domain/plates'
import { toKg, type WeightUnit } from '@/lib/domain/units'

/** Sentences with `{plates}`, `{bar}` and `{total}` where the figures go. */
type PlateWords = Record<'aSide' | 'barAlone' | 'bar' | 'nearest', string>

interface PlatePictureProps extends LoadedBar {
  bar: number
  unit: WeightUnit
  words: PlateWords
}

const HEIGHT = 100
const SLEEVE_FROM = 34
const SLEEVE_END = 12
const GAP = 2
/** The heaviest common plate; others are drawn against it. */
const FULL_KG = 25

/** One side of a loaded bar as a picture, and the same in words. */
export function PlatePicture({ perSide, bar, total, isExact, unit, words }: PlatePictureProps) {
  const plates = placed(perSide, unit)
  const sleeveTo = (plates.at(-1)?.end ?? SLEEVE_FROM + 28) + SLEEVE_END
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <svg
        viewBox={`0 0 ${sleeveTo} ${HEIGHT}`}
        style={{ width: sleeveTo }}
        className="h-auto max-w-full"
        aria-hidden="true"
      >
        <rect y={46} width={SLEEVE_FROM} height={8} className="fill-faint" />
        <rect
          x={SLEEVE_FROM}
          y={43}
          width={sleeveTo - SLEEVE_FROM}
          height={14}
          rx={3}
          className="fill-faint"
        />
        <rect x={SLEEVE_FROM - 7} y={36} width={7} height={28} rx={2} className="fill-faint" />
        {plates.map(({ key, weight, x, width, height }) => (
          <g key={key}>
            <rect
              {...{ x, width, height }}
              y={(HEIGHT - height) / 2}
              rx={3}
              className="fill-ink stroke-surface"
            />
            <text
              transform={`translate(${x + width / 2} ${HEIGHT / 2}) rotate(-90)`}
              textAnchor="middle"
              dy="0.35em"
              className="fig fill-surface text-[min(0.6875rem,13px)]"
            >
              {weight}
            </text>
          </g>
        ))}
      </svg>
      <p className="flex min-w-0 flex-1 basis-44 flex-col">
        <span className="text-base font-semibold tabular-nums">
          {perSide.length === 0 ? words.barAlone : put(words.aSide, 'plates', plateText(perSide))}
        </span>
        <span className="text-[0.8125rem] text-soft">
          {put(words.bar, 'bar', `${bar} ${unit}`)}
        </span>
        {isExact ? null : (
          <span className="text-[0.8125rem] font-semibold">
            {put(words.nearest, 'total', `${total} ${unit}`)}
          </span>
        )}
      </p>
    </div>
  )
}

const put = (sentence: string, name: string, value: string): string =>
  sentence.replace(`{${name}}`, value)

/** Thicker and higher with the weight, though never too small for its figure. */
function placed(perSide: readonly number[], unit: WeightUnit) {
  let end = SLEEVE_FROM
  return perSide.map((weight, index) => {
    const share = Math.min(1, toKg(weight, unit) / FULL_KG)
    const [width, x] = [12 + 8 * share, end + GAP]
    end = x + width
    return { key: index, weight, x, width, end, height: 34 + 62 * share ** 0.6 }
  })
}
