/** Where drizzle-kit finds the tables and puts the migrations: `npm run migration` after every change of a table. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: ['./db/schema.ts', './db/people-tables.ts', './db/plan-tables.ts', './db/work-tables.ts'], out: './db/migrations' })
