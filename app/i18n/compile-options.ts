/** How Paraglide turns messages/*.json into functions; used by Vite and by the gate before types are checked. */
export const paraglideOptions = {
  project: './app/i18n/project.inlang',
  outdir: './app/i18n/paraglide',
  strategy: ['globalVariable', 'baseLocale'] as ['globalVariable', 'baseLocale'],
  emitGitIgnore: false,
  emitPrettierIgnore: false,
}
