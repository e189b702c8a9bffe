/** The packages of others, with all that they need, whose licence is not of MIT, ISC, BSD or Apache; the font stands on the page in words. */
export const otherLicences: readonly { readonly licence: string; readonly packages: readonly string[] }[] = [
  { licence: 'MPL-2.0', packages: ['@resvg/resvg-js', 'lightningcss'] },
  { licence: 'BlueOak-1.0.0', packages: ['graceful-fs', 'jackspeak', 'minipass', 'minipass-flush', 'package-json-from-dist', 'path-scurry'] },
  { licence: 'CC0-1.0', packages: ['spdx-license-ids', 'string-hash'] },
  { licence: 'CC-BY-3.0', packages: ['spdx-exceptions'] },
  { licence: 'CC-BY-4.0', packages: ['caniuse-lite'] },
  { licence: 'Python-2.0', packages: ['argparse'] },
]
