/** What the environment says. Nothing else reads it. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly keysDir?: string
  readonly databaseUrl?: string
  /** The sample place: Exampleshire, its cast and its clock. */
  readonly sample: boolean
  /** The sample place's clock begins here: a London date and time. */
  readonly now?: string
  readonly allowUnsafe?: boolean
}

export function configFrom(env: Readonly<Record<string, string | undefined>>, sample: boolean): Config {
  const port = Number(env.PORT ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT is "${env.PORT ?? ''}". Write a number from 0 to 65535.`)
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    dataDir: env.CONCORDAT_DATA ?? '.data',
    ...(env.CONCORDAT_KEYS ? { keysDir: env.CONCORDAT_KEYS } : {}),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.CONCORDAT_NOW ? { now: env.CONCORDAT_NOW } : {}),
    sample,
  }
}
