'use client'

import { BellRing } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import { MenuFold } from './menu-row'
import { useSharedTraining } from './training-context'

/** Whether a phone in a pocket may ring, and in plain words what browsers do not let it do. */
export function RestAlerts() {
  const { alerts } = useSharedTraining().words.train
  const [permission, setPermission] = useState<NotificationPermission | 'missing' | null>(null)
  useEffect(() => {
    setPermission('Notification' in window ? Notification.permission : 'missing')
  }, [])
  return (
    <MenuFold icon={BellRing} label={alerts.title}>
      <div className="flex flex-col items-start gap-2 pb-2 text-[0.8125rem] text-soft">
        <p>{alerts.limits}</p>
        {permission === 'default' ? (
          <Button
            type="button"
            look="quiet"
            size="compact"
            className="whitespace-normal!"
            onClick={async () => setPermission(await Notification.requestPermission())}
          >
            {alerts.allow}
          </Button>
        ) : null}
        <p role="status" className="font-medium empty:hidden">
          {permission === null || permission === 'default' ? null : alerts[permission]}
        </p>
      </div>
    </MenuFold>
  )
}
