import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/domain/local-date'
import { MUSCLE_GROUPS, type MuscleGroup } from '@/lib/schemas/exercise'
import { render } from '@/tests/helpers/render'
import { BarChart } from './bar-chart'
import { BarList } from './bar-list'
import { BodyFigure } from './body-figure'
import { HeatMap } from './heat-map'
import { LineChart, type Point, type Series } from './line-chart'

/** Sets of values that charts tend to break on. */
const CASES: [string, number[]][] = [
  ['one', [82.5]],
  ['zero', [0]],
  ['equal ones', [80, 80, 80]],
  ['zeros', [0, 0, 0, 0, 0, 0, 0]],
  ['negative ones', [-3, -80, -1.5]],
  ['far extremes', [-1e9, 1e9, 0.001]],
  ['huge ones that hardly differ', [1e9, 1e9 + 1e-6]],
  ['thousands', Array.from({ length: 4000 }, (_, index) => 100 + (index % 37) * 1.7)],
]

const formatValue = (value: number) => `${value.toFixed(1)} kg`
const pointsOf = (values: readonly number[]): Point[] =>
  values.map((value, index) => ({ date: addDays('2015-01-01', index), value }))
const lines = (series: Series[]) =>
  render(createElement(LineChart, { title: 'Squat', series, formatValue }))
const bars = (props: Partial<Parameters<typeof BarChart>[0]>) =>
  render(createElement(BarChart, { title: 'Weeks', bars: [], formatValue, ...props }))
const barsOf = (values: readonly number[]) =>
  values.map((value, index) => ({ label: `Week ${index}`, value }))

const BROKEN = /NaN|undefined|Infinity|-0 kg/

describe('LineChart', () => {
  it.each(CASES)('draws %s', (_, values) => {
    for (const look of ['line', 'dots', 'bars'] as const) {
      const markup = lines([{ name: 'e1RM', look, points: pointsOf(values) }])
      expect(markup).not.toMatch(BROKEN)
      expect(markup).toContain('role="img"')
      expect(markup.match(/<tr/g)?.length).toBe(Math.min(values.length, 120) + 1)
    }
  })

  it('draws many values on one day', () => {
    expect(
      lines([
        { name: 'a', points: pointsOf([1, 2, 3]).map((p) => ({ ...p, date: '2026-05-03' })) },
      ]),
    ).not.toMatch(BROKEN)
  })

  it('says that there is nothing yet', () => {
    for (const series of [[], [{ name: 'e1RM', points: [] }]]) {
      const markup = lines(series)
      expect(markup).toContain('Nothing to show yet')
      expect(markup).not.toContain('<svg')
    }
  })

  it('tells its course and lists its numbers, newest first, whatever order they come in', () => {
    const points = [
      { date: '2026-05-03', value: 105, mark: 'Record: 105 kg × 3' },
      { date: '2026-06-01', value: 102.5 },
      { date: '2026-01-04', value: 80 },
    ]
    const markup = lines([{ name: 'e1RM', points }])
    expect(markup).toContain(
      'From 80.0 kg on Jan 4, 2026 to 102.5 kg on Jun 1, 2026, highest 105.0 kg on May 3, 2026.',
    )
    expect(markup).toContain('May 3, 2026: 105.0 kg. Record: 105 kg × 3</title>')
    const rows = [...markup.matchAll(/scope="row"[^>]*>([^<]*)/g)].map(([, day]) => day)
    expect(rows).toEqual(['Jun 1, 2026', 'May 3, 2026', 'Jan 4, 2026'])
  })

  it('names its series when there are several', () => {
    const series = [
      { name: 'Measured', points: pointsOf([80, 81]) },
      { name: 'Trend', points: [] },
    ]
    expect(lines(series)).toContain('</svg>Trend</li>')
    expect(lines(series.slice(0, 1))).not.toContain('</li>')
  })
})

describe('BarChart', () => {
  it.each(CASES)('draws %s', (_, values) => {
    const markup = bars({ bars: barsOf(values), comparison: values.toReversed(), highlight: 0 })
    expect(markup).not.toMatch(BROKEN)
    expect(markup.match(/<rect/g)?.length).toBe(values.length * 2)
  })

  it('says that there is nothing yet', () => {
    expect(bars({})).toContain('Nothing to show yet')
  })

  it('tells the highest and the lowest', () => {
    expect(bars({ bars: barsOf([3, 9, 1]) })).toContain(
      'Highest 9.0 kg, Week 1; lowest 1.0 kg, Week 2.',
    )
  })

  it('lists the period before and the notes', () => {
    const markup = bars({ bars: [{ label: 'Mon', value: 3, note: '2 workouts' }], comparison: [7] })
    expect(markup).toMatch(/<td[^>]*>3.0 kg<\/td><td[^>]*>7.0 kg<\/td><td[^>]*>2 workouts<\/td>/)
  })
})

describe('BarList', () => {
  const list = (rows: Parameters<typeof BarList>[0]['rows']) =>
    render(createElement(BarList, { title: 'Muscles', rows, formatValue }))

  it.each(CASES)('draws %s', (_, values) => {
    const rows = barsOf(values).map((row, index) => ({ ...row, before: values.at(-1 - index) }))
    const markup = list(rows)
    expect(markup).not.toMatch(BROKEN)
    expect(markup.match(/<rect/g)?.length).toBe(values.length * 2)
  })

  it('says that there is nothing yet', () => {
    expect(list([])).toContain('Nothing to show yet')
  })

  it('has the numbers, and the ones before where there are some', () => {
    expect(list([{ label: 'Chest', value: 12, before: 9 }])).toMatch(/12\.0 kg<.*9\.0 kg</)
    expect(list([{ label: 'Chest', value: 12 }])).not.toContain('Before')
  })
})

describe('HeatMap', () => {
  const year = (values: readonly number[], span = { from: '2015-01-01', to: '2015-12-31' }) =>
    render(
      createElement(HeatMap, {
        title: 'Year',
        days: pointsOf(values),
        ...span,
        firstDayOfWeek: 1,
        describe: (_date, value) => formatValue(value),
      }),
    )

  it.each(CASES)('draws %s', (_, values) => {
    const markup = year(values)
    expect(markup).not.toMatch(BROKEN)
    const isEmpty = values.every((value) => value <= 0)
    expect(markup.includes('Nothing to show yet')).toBe(isEmpty)
    if (!isEmpty) expect(markup.match(/h6v6h-6z/g)).toHaveLength(365)
  })

  it('draws ten years, and nothing when it ends before it begins', () => {
    const tenYears = { from: '2015-01-01', to: '2025-12-31' }
    expect(year(CASES.at(-1)?.[1] ?? [], tenYears)).not.toMatch(BROKEN)
    expect(year([3], { from: '2015-02-01', to: '2015-01-01' })).toContain('Nothing to show yet')
  })

  it('tells how many days and the most, leaving out what lies outside', () => {
    const markup = year([0, 40, 100, 25], { from: '2015-01-01', to: '2015-01-02' })
    expect(markup).toContain('1 training day. Biggest: 40.0 kg on Jan 2, 2015.')
    expect(markup.match(/scope="row"/g)).toHaveLength(1)
  })

  it('is one picture with a name, though it is drawn in two halves', () => {
    const markup = year([3])
    expect(markup.match(/role="img"/g)).toHaveLength(1)
    expect(markup).toMatch(/<span id="[^"]+-title" hidden="">Year</)
  })
})

describe('BodyFigure', () => {
  const figure = (values: readonly (readonly [MuscleGroup, number])[]) =>
    render(
      createElement(BodyFigure, {
        title: 'Sets',
        values: new Map(values),
        formatValue,
        nameOf: (muscle) => `the ${muscle}`,
      }),
    )
  const colored = (markup: string, step: number) =>
    [...markup.matchAll(new RegExp(`<path[^>]*text-step-${step}"><title>([^:]*)`, 'g'))].map(
      ([, muscle]) => muscle,
    )

  it.each(CASES)('draws %s', (_, values) => {
    const markup = figure(MUSCLE_GROUPS.map((muscle, index) => [muscle, values[index] ?? 0]))
    expect(markup).not.toMatch(BROKEN)
  })

  it('says that there is nothing yet', () => {
    expect(figure([])).toContain('Nothing to show yet')
  })

  it('has a place for every muscle, and colors it alone', () => {
    for (const muscle of MUSCLE_GROUPS.filter((group) => group !== 'full_body')) {
      const markup = figure([[muscle, 5]])
      expect(new Set(colored(markup, 5))).toEqual(new Set([`the ${muscle}`]))
    }
  })

  it('colors nothing for the whole body, but counts it in words and numbers', () => {
    const markup = figure([
      ['full_body', 500],
      ['chest', 5],
    ])
    expect(new Set(colored(markup, 5))).toEqual(new Set(['the chest']))
    expect(markup).toContain('Most: the full_body (500.0 kg) and the chest (5.0 kg).')
    expect(markup).not.toContain('<title>the full_body')
  })
})
