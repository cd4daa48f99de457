import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import './mantine.ts'
import '../kit/base.css'
import './shell.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { cssVariablesResolver, theme } from '#web/kit/theme.ts'
import { Language } from '#web/kit/words.tsx'
import { App } from './app.tsx'
import { client } from './client.ts'

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''

// Whatever else writes style elements while a dialog is open
setNonce(nonce)

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={() => nonce}
      forceColorScheme="light"
    >
      <QueryClientProvider client={client}>
        <Language>
          <App />
        </Language>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

if (import.meta.env.PROD) navigator.serviceWorker?.register('/app/sw.js', { scope: '/app/' })
