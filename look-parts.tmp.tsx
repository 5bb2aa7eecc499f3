import { BarChart } from './app/_components/charts/bar-chart'
import { LineChart } from './app/_components/charts/line-chart'
const day = (n: number) => new Date(Date.UTC(2024, 2, 5) + n * 864e5).toISOString().slice(0, 10)
const kg = (v: number) => `${v.toLocaleString('en', { maximumFractionDigits: 1 })} kg`
let seed = 1
const rnd = () => (seed = (seed * 16807) % 2147483647) / 2147483647
const curve = (n: number, gap: number) => { let best = 0; return Array.from({ length: n }, (_, i) => { const value = Math.round((80 + i * 25 / n + rnd() * 6) * 2) / 2; const mark = value > best + 1.5 && i > 0 ? `Record: ${value} kg × 3` : undefined; best = Math.max(best, value); return { date: day(i * gap), value, mark } }) }
export const parts: Record<string, React.ReactNode[]> = {
  lines: [
    <LineChart title="Bench press, estimated 1RM" formatValue={kg} series={[{ name: 'e1RM', points: curve(14, 9) }]} />,
    <LineChart title="Squat, ten years" formatValue={kg} series={[{ name: 'e1RM', points: curve(2600, 1.4) }]} />,
    <LineChart title="Body weight" formatValue={kg} series={[{ name: 'Measured', look: 'dots', points: curve(120, 3).map(({ mark, ...p }) => p) }, { name: 'Trend', points: curve(60, 6).map(({ mark, ...p }) => p) }, { name: 'Goal', points: [{ date: day(0), value: 90 }, { date: day(360), value: 95 }] }]} />,
    <LineChart title="Volume a workout" formatValue={kg} series={[{ name: 'Volume', look: 'bars', points: curve(40, 4).map((p) => ({ ...p, value: p.value * 91.3 })) }]} />,
    <LineChart title="One" formatValue={kg} series={[{ name: 'e1RM', points: curve(1, 1) }]} />,
    <LineChart title="Two equal" formatValue={kg} series={[{ name: 'e1RM', points: [{ date: day(0), value: 80 }, { date: day(3), value: 80 }] }]} />,
    <LineChart title="Negative and huge" formatValue={kg} series={[{ name: 'e1RM', points: [{ date: day(0), value: -1e9 }, { date: day(30), value: 1e9 }, { date: day(60), value: 3 }] }]} />,
    <LineChart title="None" formatValue={kg} series={[{ name: 'e1RM', points: [] }]} />,
  ],
  bars: [
    <BarChart title="Workouts by weekday" formatValue={String} bars={['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, i) => ({ label, shortLabel: label.slice(0, 3), value: (i * 5) % 7 }))} comparison={[2, 1, 5, 2, 0, 3, 4]} />,
    <BarChart title="Volume a week" formatValue={kg} highlight={11} bars={Array.from({ length: 12 }, (_, i) => ({ label: `${i + 1} May`, value: 9000 + rnd() * 9000 }))} />,
    <BarChart title="Volume a month" formatValue={kg} bars={Array.from({ length: 36 }, (_, i) => ({ label: `${['January', 'February', 'March', 'April'][i % 4]} ${2022 + Math.floor(i / 12)}`, shortLabel: ['Jan', 'Feb', 'Mar', 'Apr'][i % 4]!, value: rnd() * 90000 }))} />,
    <BarChart title="Difference" formatValue={kg} bars={[{ label: 'A', value: -4 }, { label: 'B', value: 8.5 }, { label: 'C', value: 0 }]} />,
    <BarChart title="Zeros" formatValue={kg} bars={[{ label: 'A', value: 0 }, { label: 'B', value: 0 }]} />,
    <BarChart title="One" formatValue={kg} bars={[{ label: 'A', value: 1e9 }]} />,
    <BarChart title="None" formatValue={kg} bars={[]} />,
  ],
}
