/** The one place where process.env is read: every setting, checked, with its default. */
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)

const settings = z.object({
  PORT: port.default(3000),
  /** the folder of the database and of letters when there is no mail server */
  DATA_DIR: z.string().min(1).default('./data'),
  /** the address people see, https unless it is this machine; default http://localhost:PORT */
  ORIGIN: z.url().optional(),
  /** number of proxies in front whose X-Forwarded-For entry is believed */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** calls per minute and address to /api/v1 */
  API_RATE_LIMIT: z.coerce.number().int().min(1).default(120),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Paraat <paraat@localhost>'),
  CHROMIUM_PATH: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  NODE_ENV: z.string().default('production'),
})

export type Environment = Omit<z.infer<typeof settings>, 'ORIGIN'> & { readonly ORIGIN: string }

const thisMachine = new Set(['localhost', '127.0.0.1'])

/** True for localhost and 127.0.0.1, which count as one host. */
export function isThisMachine(hostname: string): boolean {
  return thisMachine.has(hostname)
}

/** Reads and checks the settings. Throws one message that names every setting that is wrong and what it should be. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(filled)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const origin = new URL(parsed.data.ORIGIN ?? `http://localhost:${parsed.data.PORT}`)
  if (origin.protocol !== 'https:' && !isThisMachine(origin.hostname)) {
    throw new Error(`ORIGIN is ${origin.origin}, but it must be https (or localhost): put a proxy with TLS in front and give its address.`)
  }
  return { ...parsed.data, ORIGIN: origin.origin }
}
