import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { findActor } from '@/lib/auth/session'
import { localDate } from '@/lib/domain/local-date'
import { unitOfRegion } from '@/lib/domain/region'
import type { WeightUnit } from '@/lib/domain/units'
import { BodyFigure } from './_components/charts/body-figure'
import { HeatMap } from './_components/charts/heat-map'
import { LineChart } from './_components/charts/line-chart'
import { ButtonLink } from './_components/ui/button'
import { Card } from './_components/ui/card'
import { SAMPLE_MUSCLES, sampleCurve, sampleYear } from './_landing/sample-training'
import { WorkoutPreview } from './_landing/workout-preview'

const POINTS = ['previous', 'offline', 'truth', 'plans'] as const
const PEOPLE = ['newcomers', 'lifters', 'gyms'] as const
const COSTS = ['free', 'own', 'leave'] as const

/** The front door: what the product is, for whom, and what it costs; who is signed in goes to Today. */
export default async function LandingPage() {
  if (await findActor()) redirect('/dashboard')
  const t = await getTranslations('common')
  const unit = unitOfRegion((await headers()).get('accept-language'))
  return (
    <div className="mx-auto flex max-w-[1120px] flex-col gap-14 px-4 pt-4 pb-16 sm:px-8 lg:gap-20">
      <header className="flex min-h-12 items-center justify-between gap-4">
        <p className="text-[1.0625rem] font-bold tracking-tight">{t('appName')}</p>
        <Link
          href="/auth/login"
          className="flex min-h-11 items-center px-2 font-semibold text-accent"
        >
          {t('landing.signIn')}
        </Link>
      </header>
      <main className="flex flex-col gap-14 lg:gap-20">
        <section className="grid grid-cols-1 items-center gap-8 lg:grid-cols-[5fr_4fr] lg:gap-14">
          <div className="flex flex-col gap-5">
            <h1 className="text-4xl leading-tight font-bold sm:text-5xl narrow:text-3xl">
              {t('landing.title')}
            </h1>
            <p className="max-w-prose text-lg text-soft">{t('landing.body')}</p>
            <Start />
          </div>
          <WorkoutPreview unit={unit} />
        </section>
        <Part title={t('landing.forTitle')}>
          <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
            {PEOPLE.map((each) => (
              <Fact
                key={each}
                title={t(`landing.people.${each}.title`)}
                body={t(`landing.people.${each}.body`)}
              />
            ))}
          </ul>
        </Part>
        <Part title={t('landing.logTitle')}>
          <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
            {POINTS.map((point) => (
              <Fact
                key={point}
                title={t(`landing.points.${point}.title`)}
                body={t(`landing.points.${point}.body`)}
              />
            ))}
          </ul>
        </Part>
        <Part title={t('landing.seeTitle')}>
          <Charts unit={unit} />
        </Part>
        <Card className="flex flex-col gap-6 p-5 sm:p-8">
          <h2 className="text-2xl font-bold">{t('landing.costTitle')}</h2>
          <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
            {COSTS.map((each) => (
              <Fact
                key={each}
                title={t(`landing.costs.${each}.title`)}
                body={t(`landing.costs.${each}.body`)}
              />
            ))}
          </ul>
          <Start />
        </Card>
      </main>
    </div>
  )
}

async function Start() {
  const t = await getTranslations('common.landing')
  return (
    <div className="grid gap-3 sm:flex">
      <ButtonLink href="/auth/register">{t('register')}</ButtonLink>
      <ButtonLink look="quiet" href="/auth/login">
        {t('signIn')}
      </ButtonLink>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6">
      <h2 className="text-2xl font-bold">{title}</h2>
      {children}
    </section>
  )
}

function Fact({ title, body }: { title: string; body: string }) {
  return (
    <li className="flex flex-col gap-1">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-soft">{body}</p>
    </li>
  )
}

/** The charts of the app over invented training; the words and tables under them are left out of sight here. */
async function Charts({ unit }: { unit: WeightUnit }) {
  const t = await getTranslations('common.landing.charts')
  const muscles = await getTranslations('exercises.muscles')
  const format = await getFormatter()
  const today = localDate({ instant: new Date(), timeZone: 'UTC', dayCutoffHour: 0 })
  const year = sampleYear(today)
  const sets = (count: number) => t('sets', { count })
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3 [&_details]:hidden [&_figure>p]:sr-only">
      <Card className="p-4">
        <LineChart
          title={t('strength')}
          series={[{ name: t('strength'), points: sampleCurve(today, unit, t('record')) }]}
          formatValue={(value) => `${format.number(value, { maximumFractionDigits: 1 })} ${unit}`}
        />
      </Card>
      <Card className="p-4">
        <BodyFigure
          title={t('muscles')}
          values={SAMPLE_MUSCLES}
          formatValue={(count) => format.number(count)}
          nameOf={(muscle) => muscles(muscle)}
        />
      </Card>
      <Card className="p-4">
        <HeatMap
          title={t('year')}
          {...year}
          to={today}
          firstDayOfWeek={1}
          describe={(_, count) => sets(count)}
        />
      </Card>
    </div>
  )
}
