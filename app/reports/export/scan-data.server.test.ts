/** The data of one scan: all of it, nothing of another, in a file for programs and in a sheet for Dutch Excel. */
import { eq } from 'drizzle-orm'
import { parse } from 'csv-stringify/sync'
