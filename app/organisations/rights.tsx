/** Who may do what, as a table made of the matrix that every guard asks. */
import { extentOf, memberRoles, permissions, type Extent } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { permissionWords } from './permission-words.ts'
import { roleOfAnother, roleTitle } from './role-words.ts'

function extentWords(extent: Extent): string {
  return { yes: m.company_rights_yes, themes: m.company_rights_themes, no: m.company_rights_no }[extent]()
}

export function Rights() {
  const shown = permissions.filter(permission => memberRoles.some(role => extentOf(role, permission) !== 'no'))
  return (
    <div className="flow">
      <h1>{m.company_rights_title()}</h1>
      <p>{m.company_rights_text()}</p>
      <table className="rights">
        <thead>
          <tr>
            <th scope="col">{m.company_rights_what()}</th>
            {memberRoles.map(role => (
              <th key={role} scope="col">
                {roleTitle(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(permission => (
            <tr key={permission}>
              <th scope="row">{permissionWords[permission]()}</th>
              {memberRoles.map(role => {
                const extent = extentOf(role, permission)
                return (
                  <td key={role} data-role={roleTitle(role)} className={extent === 'no' ? 'text-soft' : 'font-bold'}>
                    {extentWords(extent)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{m.company_rights_roles()}</h2>
      <dl className="flow">
        {memberRoles.map(role => (
          <div key={role}>
            <dt className="label">{roleTitle(role)}</dt>
            <dd>{roleOfAnother(role)}</dd>
          </div>
        ))}
      </dl>
      <p>{m.company_rights_others()}</p>
    </div>
  )
}
