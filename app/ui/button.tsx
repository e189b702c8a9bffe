/**
 * Buttons: what a page does (a button) and where it leads (a link that looks like one).
 *
 * `<Button kind="primary|quiet|danger|link" type name value form disabled onClick>`: type is `submit` unless said otherwise.
 * `<ButtonLink kind href>`: a plain link. For a router's own link: `<Link className={buttonClass('primary')} to=…>`.
 */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { classes } from './binding.ts'

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'link'

/** The class names of a button of this kind. */
export function buttonClass(kind: ButtonKind = 'primary'): string {
  return classes('btn', kind !== 'primary' && `btn-${kind}`)
}

export function Button({ kind = 'primary', className, type = 'submit', ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind }) {
  return <button type={type} className={classes(buttonClass(kind), className)} {...rest} />
}

export function ButtonLink({ kind = 'primary', className, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { kind?: ButtonKind; href: string }) {
  return (
    <a className={classes(buttonClass(kind), className)} {...rest}>
      {children}
    </a>
  )
}
