/** Who may do what: the matrix, read as sentences. */
import { describe, expect, it } from 'vitest'
import { extentOf, may, memberRoles, permissions } from './permissions.ts'

const as = (role: Parameters<typeof may>[0]['role'], themes: readonly string[] = []) => ({ role, themes })

describe('Permissions', () => {
  it('let an owner do everything but pass a scan on by a code that anybody can use', () => {
    expect(permissions.filter(permission => !may(as('owner'), permission))).toEqual(['scan.passOn'])
  })

  it('let an editor work on scans, and leave people, the company and what cannot be undone to the owner', () => {
    expect(permissions.filter(permission => may(as('owner'), permission) && !may(as('editor'), permission))).toEqual([
      'scan.remove',
      'people.manage',
      'organisation.change',
      'organisation.handOver',
      'organisation.export',
      'organisation.remove',
    ])
  })

  it('let a contributor see and fill in the themes that were given, and no other', () => {
    const contributor = as('contributor', ['energie', 'ict'])
    expect(may(contributor, 'scan.fill', 'energie')).toBe(true)
    expect(may(contributor, 'scan.seeAnswers', 'ict')).toBe(true)
    expect(may(contributor, 'scan.fill', 'geld')).toBe(false)
    expect(may(contributor, 'scan.fill')).toBe(false)
    expect(permissions.filter(permission => may(contributor, permission))).toEqual(['scan.open', 'people.see', 'organisation.see'])
  })

  it('let a reader look and change nothing', () => {
    expect(permissions.filter(permission => may(as('reader'), permission))).toEqual(['scan.list', 'scan.open', 'scan.seeAnswers', 'scan.seeReport', 'plan.see', 'practice.see', 'supplier.see', 'people.see', 'organisation.see'])
  })

  it('let a guest do with a scan whatever one person can, and nothing with a company', () => {
    expect(permissions.filter(permission => may(as('guest'), permission))).toEqual(['scan.open', 'scan.start', 'scan.fill', 'scan.seeAnswers', 'scan.finish', 'scan.seeReport', 'scan.passOn', 'scan.remove', 'scan.share', 'plan.see', 'plan.change', 'practice.see', 'practice.hold', 'supplier.see', 'supplier.ask'])
  })

  it('give themes to nobody who has none: they count for a contributor only', () => {
    for (const role of memberRoles) if (role !== 'contributor') expect(permissions.map(permission => extentOf(role, permission))).not.toContain('themes')
    expect(may(as('reader', ['energie']), 'scan.fill', 'energie')).toBe(false)
  })
})
