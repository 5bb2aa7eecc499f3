import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { query } from '@/lib/transport/query'
import { getTwoFactor } from '@/lib/use-cases/security/two-factor'
import { listWaysIn } from '@/lib/use-cases/security/ways-in'
import { QrCode } from './qr-code'
import { TwoFactorPanel } from './two-factor-panel'

/** The second step of signing in: off, being set up, or on. */
export async function TwoFactorSection({ wasTurnedOff = false }: { wasTurnedOff?: boolean }) {
  const { isOn, setup, recoveryCodesLeft: left } = await query(getTwoFactor)({})
  const { hasPassword } = await query(listWaysIn)({})
  const t = await getTranslations('settings.twoFactor')
  return (
    <Card id="two-factor" aria-labelledby="two-factor-title" className="p-4 sm:p-5">
      <div className="mb-4 print:hidden">
        <h2 id="two-factor-title" className="flex flex-wrap items-center gap-2 font-semibold">
          {t('title')}
          <span
            className={`rounded-full px-2 py-0.5 text-xs ${isOn ? 'bg-good-soft text-good' : 'bg-raised text-soft'}`}
          >
            {t(isOn ? 'on' : 'off')}
          </span>
        </h2>
        <p className="text-[0.8125rem] text-soft">{t('about')}</p>
      </div>
      {wasTurnedOff && !isOn ? (
        <div className="mb-4">
          <Notice tone="good">{t('turnedOff')}</Notice>
        </div>
      ) : null}
      <TwoFactorPanel
        isOn={isOn}
        hasPassword={hasPassword}
        setup={setup ? <Setup address={setup.address} typed={setup.key} /> : null}
        words={{
          password: t('password'),
          start: t('start'),
          firstCode: t('firstCode'),
          confirm: t('confirm'),
          cancel: t('cancel'),
          code: t('code'),
          codesLeft: t('codesLeft', { left }),
          newCodes: t('newCodes'),
          newCodesAsk: t('newCodesAsk'),
          makeCodes: t('makeCodes'),
          turnOff: t('turnOff'),
          turnOffAsk: t('turnOffAsk'),
          anyCode: t('anyCode'),
          turnOffYes: t('turnOffYes'),
          recovery: {
            title: t('codesTitle'),
            body: t('codesBody'),
            copy: t('copy'),
            copied: t('copied'),
            print: t('print'),
            download: t('download'),
          },
        }}
      />
    </Card>
  )
}

/** The key of an authenticator app, to scan or to type. */
async function Setup({ address, typed }: { address: string; typed: string }) {
  const t = await getTranslations('settings.twoFactor')
  return (
    <div className="flex flex-col gap-4">
      <p>{t('scan')}</p>
      <QrCode text={address} label={t('qr')} />
      <div>
        <p className="text-sm font-semibold">{t('key')}</p>
        <code className="block font-mono text-[0.9375rem] select-all wrap-anywhere">{typed}</code>
        <p className="text-[0.8125rem] text-soft">{t('keyHint')}</p>
      </div>
    </div>
  )
}
