/** What each permission is about, in words for people: one that is added to the matrix asks for its words here. */
import type { Permission } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export const permissionWords: Readonly<Record<Permission, () => string>> = {
  'scan.list': m.company_may_scan_list,
  'scan.open': m.company_may_scan_open,
  'scan.start': m.company_may_scan_start,
  'scan.fill': m.company_may_scan_fill,
  'scan.seeAnswers': m.company_may_scan_seeAnswers,
  'scan.finish': m.company_may_scan_finish,
  'scan.seeReport': m.company_may_scan_seeReport,
  'scan.passOn': m.company_may_scan_passOn,
  'scan.handOverTheme': m.company_may_scan_handOverTheme,
  'scan.manage': m.company_may_scan_manage,
  'scan.remove': m.company_may_scan_remove,
  'scan.share': m.company_may_scan_share,
  'plan.see': m.company_may_plan_see,
  'plan.change': m.company_may_plan_change,
  'practice.see': m.company_may_practice_see,
  'practice.hold': m.company_may_practice_hold,
  'supplier.see': m.company_may_supplier_see,
  'supplier.ask': m.company_may_supplier_ask,
  'people.see': m.company_may_people_see,
  'people.manage': m.company_may_people_manage,
  'organisation.see': m.company_may_organisation_see,
  'organisation.change': m.company_may_organisation_change,
  'organisation.handOver': m.company_may_organisation_handOver,
  'organisation.export': m.company_may_organisation_export,
  'organisation.remove': m.company_may_organisation_remove,
}
