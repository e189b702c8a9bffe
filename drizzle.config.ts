/** Where drizzle-kit finds the tables and puts the migrations: `npm run migration` after every change of db/schema.ts. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './db/schema.ts', out: './db/migrations' })
