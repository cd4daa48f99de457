import { Kbd, Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { lettersWork, setLettersWork } from '#web/kit/letters.ts'
import { useWords } from '#web/kit/words.tsx'

const KEYS = {
  everywhere: ['Ctrl K', 'G', '?', 'Esc'],
  sheet: ['↑ ↓ ← →', 'Enter', 'Tab', 'F2', 'Ctrl D', 'Ctrl Z', 'F8', 'Alt ↓', 'Ctrl Enter'],
  check: ['J K', '↑ ↓', 'A', 'R', 'Ctrl Enter'],
  lists: ['↑ ↓', 'Enter'],
  tree: ['→ ←', 'Home End'],
}

export function KeyHelp({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useWords()
  const [works, setWorks] = useState(lettersWork)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {Object.entries(KEYS).map(([where, keys]) => (
        <section key={where} className="keys">
          <h2>{t(`app.keys.${where}`)}</h2>
          <dl>
            {keys.map((key, at) => (
              <div key={key}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{t(`app.keys.${where}.${at + 1}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        checked={works}
        label={t('app.keys.letters')}
        onChange={({ currentTarget: { checked } }) => {
          setLettersWork(checked)
          setWorks(checked)
        }}
      />
    </Modal>
  )
}
