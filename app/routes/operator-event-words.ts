/** What the log tells of, in words for who runs the site. */
import type { AuditEvent } from '#db/audit-events.ts'
import { m } from '#app/i18n/paraglide/messages.js'

const words: Readonly<Record<AuditEvent, () => string>> = {
  signedIn: m.operator_event_signed_in,
  signInRefused: m.operator_event_sign_in_refused,
  secondFactorRefused: m.operator_event_second_factor_refused,
  signedOut: m.operator_event_signed_out,
  sessionsEnded: m.operator_event_sessions_ended,
  accountMade: m.operator_event_account_made,
  passwordChanged: m.operator_event_password_changed,
  resetAsked: m.operator_event_reset_asked,
  emailChangeAsked: m.operator_event_email_change_asked,
  emailChanged: m.operator_event_email_changed,
  secondFactorOn: m.operator_event_second_factor_on,
  secondFactorOff: m.operator_event_second_factor_off,
  recoveryCodeUsed: m.operator_event_recovery_code_used,
  recoveryCodesRenewed: m.operator_event_recovery_codes_renewed,
  accountDeletionAsked: m.operator_event_account_deletion_asked,
  accountDeletionCancelled: m.operator_event_account_deletion_cancelled,
  accountDeleted: m.operator_event_account_deleted,
  organisationMade: m.operator_event_organisation_made,
  organisationChanged: m.operator_event_organisation_changed,
  organisationDeletionAsked: m.operator_event_organisation_deletion_asked,
  organisationDeletionCancelled: m.operator_event_organisation_deletion_cancelled,
  organisationDeleted: m.operator_event_organisation_deleted,
  memberInvited: m.operator_event_member_invited,
  invitationWithdrawn: m.operator_event_invitation_withdrawn,
  memberJoined: m.operator_event_member_joined,
  memberRoleChanged: m.operator_event_member_role_changed,
  memberRemoved: m.operator_event_member_removed,
  memberLeft: m.operator_event_member_left,
  ownershipHandedOver: m.operator_event_ownership_handed_over,
  scanRenamed: m.operator_event_scan_renamed,
  scanArchived: m.operator_event_scan_archived,
  scanRestored: m.operator_event_scan_restored,
  scanRemoved: m.operator_event_scan_removed,
  scanDeleted: m.operator_event_scan_deleted,
  scanChosen: m.operator_event_scan_chosen,
  exported: m.operator_event_exported,
  permissionRefused: m.operator_event_permission_refused,
  operatorMade: m.operator_event_operator_made,
  operatorLooked: m.operator_event_operator_looked,
  jobStarted: m.operator_event_job_started,
}

export function eventWords(event: AuditEvent): string {
  return words[event]()
}
