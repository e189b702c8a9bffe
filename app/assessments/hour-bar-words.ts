/** The words on every hour bar, in the language of the page. */
import { marks } from '#app/core/hour-bar.ts'
import { number } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'

export function hourBarWords(): HourBarWords {
  return {
    ticks: marks.map(hours => {
      if (hours === 168) return { hours, value: '1', unit: m.scan_tick_week() }
      if (hours === 336) return { hours, value: '2', unit: m.scan_tick_weeks() }
      return { hours, value: number(hours), unit: m.scan_tick_hours() }
    }),
    notToScale: m.scan_not_to_scale(),
    table: { summary: m.scan_in_a_table(), when: m.scan_table_when(), what: m.scan_table_what() },
  }
}
