/** The spelling of the content and of the messages, by cspell: Dutch, and English as the British write it. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDictionary } from 'cspell-lib'
import { isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Scalar } from 'yaml'
import type { Failure } from '#app/catalogue/failure.ts'
import { inOrder } from '#app/catalogue/failure.ts'
import type { Language } from '#app/core/questionnaire.ts'
import type { WordList } from './word-list.ts'
import { readWordList } from './word-list.ts'

type Dictionary = Awaited<ReturnType<typeof getDictionary>>
type Dictionaries = Readonly<Record<Language, Dictionary>>
/** A word as it stands in a file; `offset` counts from the beginning of the file. */
type Word = { readonly word: string; readonly offset: number }

const packages: Readonly<Record<Language, readonly [name: string, trie: string]>> = {
  nl: ['@cspell/dict-nl-nl', 'Dutch.trie.gz'],
  en: ['@cspell/dict-en-gb-mit', 'en_GB.trie.gz'],
}
const nameOf: Readonly<Record<Language, string>> = { nl: 'Dutch', en: 'British English' }

/** What the dictionary lets pass, though the British write it otherwise. */
const american: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^(?!(?:cap|re|over|under|down|out)?siz|(?:ap)?priz|seiz|baiz|maiz)\p{L}{2,}iz(?:e[ds]?|ers?|ing|ations?)$/iu, 'write it with -ise'],
  [/^gray/i, 'write grey'],
  [/^mold(?:s|y|ed|ing)?$/i, 'write mould'],
  [/^curb(?:s|side)?$/i, 'write kerb'],
  [/^tires$/i, 'write tyres'],
  [/^artifact/i, 'write artefact'],
  [/^licorice$/i, 'write liquorice'],
  [/^railroad/i, 'write railway'],
  [/^diapers?$/i, 'write nappy'],
]

/**
 * Addresses and names of files are no words, nor is the end of a number (10e, 4th); a placeholder stands for what is checked elsewhere;
 * and one expression that Dutch took in whole.
 */
const noText = new RegExp(
  [
    /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+/u,
    /(?<!\p{L})[\p{L}\d{}-]+(?:\.[\p{L}\d-]+)*\.(?:nl|eu|org|com|app|pdf|ics)(?!\p{L})(?:\/\S*)?/u,
    /\{[^{}]*\}/u,
    /(?<=\d)(?:e|de|ste|st|nd|rd|th)(?!\p{L})/u,
    /bed and breakfasts?/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)
const oneWord = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu

/**
 * Every word of the YAML files in `contentFolder` (its own and those one folder deeper) and of `messages/*.json` that the dictionary
 * of its language and the list words.nl.txt or words.en.txt beside the files do not know; and what is wrong with a list: not in order,
 * twice, or used nowhere. Failures in the order of a reader. Throws when a file cannot be read.
 */
export async function checkSpelling(contentFolder: string, messagesFolder: string): Promise<Failure[]> {
  const dictionaries: Dictionaries = { nl: await dictionaryOf('nl'), en: await dictionaryOf('en') }
  const lists = { nl: readWordList(contentFolder, 'nl'), en: readWordList(contentFolder, 'en') }
  const failures: Failure[] = []
  const files = [
    ...yamlFiles(contentFolder).map((file) => ({ file, name: `${path.basename(contentFolder)}/${file}`, folder: contentFolder })),
    ...readdirSync(messagesFolder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, name: path.relative('.', path.join(messagesFolder, file)), folder: messagesFolder })),
  ]
  for (const { file, name, folder } of files) {
    const source = readFileSync(path.join(folder, file), 'utf8')
    const lines = new LineCounter()
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
    visit(document, {
      Pair: (_, { key, value }, ancestors) => {
        if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return
        const language = languageOf(file, String(key.value), ancestors.length)
        if (language === undefined) return
        for (const { word, offset } of wordsOf(value as Scalar<string>, source)) {
          const wrong = judge(word, language, dictionaries, lists)
          if (wrong === undefined) continue
          const { line, col } = lines.linePos(offset)
          failures.push({ file: name, line, column: col, ...wrong })
        }
      },
    })
  }
  return inOrder([...failures, ...lists.nl.failures(), ...lists.en.failures()])
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
}

/** Messages say it in the name of their file, content in its key; the titles of sources and the names of companies are Dutch. */
function languageOf(file: string, key: string, depth: number): Language | undefined {
  const message = /\.(nl|en)\.json$/.exec(file)?.[1]
  if (message !== undefined) return message as Language
  if (key === 'nl' || key === 'en') return key
  if (file === 'sources.yaml' && (key === 'title' || key === 'date')) return 'nl'
  return file.startsWith('golden/') && key === 'name' && depth === topLevel ? 'nl' : undefined
}

/** The document and its map: how deep a key at the top of a file stands. */
const topLevel = 2

/** The words of a text with their place in the file: found one after the other, for a text may be folded over lines. */
function wordsOf(scalar: Scalar<string>, source: string): Word[] {
  const [start, end] = scalar.range ?? [0, source.length]
  const written = blanked(source.slice(start, end))
  let from = 0
  return [...blanked(scalar.value).matchAll(oneWord)].map(([word]) => {
    const found = wholeWordAt(written, word, from)
    if (found >= 0) from = found + word.length
    return { word, offset: start + Math.max(found, 0) }
  })
}

function blanked(text: string): string {
  return text.replace(noText, (match) => ' '.repeat(match.length))
}

/** Where the word stands, not as a part of another; a letter after a backslash is none. */
function wholeWordAt(text: string, word: string, from: number): number {
  const letter = /\p{L}/u
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const follows = letter.test(text[at - 1] ?? '') && text[at - 2] !== '\\'
    if (!follows && !letter.test(text[at + word.length] ?? '')) return at
  }
  return -1
}

/** What is wrong with a word; undefined when it is right. */
function judge(
  word: string,
  language: Language,
  dictionaries: Dictionaries,
  lists: Readonly<Record<Language, WordList>>,
): Pick<Failure, 'message' | 'advice'> | undefined {
  const plain = word.replaceAll('’', "'")
  if (plain.length === 1) return undefined
  const british = language === 'en' ? american.find(([pattern]) => pattern.test(plain))?.[1] : undefined
  if (british !== undefined) return { message: `"${word}" is American`, advice: british }
  const dictionary = dictionaries[language]
  const forms = language === 'en' && plain.endsWith("'s") ? [plain, plain.slice(0, -2)] : [plain]
  if (forms.some((form) => dictionary.has(form, { ignoreCase: false }) || lists[language].has(form))) return undefined
  const near = suggestionsFor(plain, language, dictionary)
  const list = `add it to ${lists[language].name} if it is right`
  return {
    message: `"${word}" is not in the ${nameOf[language]} dictionary`,
    advice: near.length === 0 ? list : `did you mean ${near.join(', ')}? Else ${list}`,
  }
}

const suggested = new Map<string, string[]>()

/** At most three words that are written nearly so; looked for once. */
function suggestionsFor(word: string, language: Language, dictionary: Dictionary): string[] {
  const key = `${language} ${word}`
  const near =
    suggested.get(key) ??
    dictionary
      .suggest(word, { numSuggestions: 3 })
      .map((suggestion) => suggestion.word)
      .filter((other) => other.toLowerCase() !== word.toLowerCase())
  suggested.set(key, near)
  return near
}

/** The dictionary alone: no settings of the machine, no cache on disk. */
async function dictionaryOf(language: Language): Promise<Dictionary> {
  const [name, trie] = packages[language]
  const folder = path.dirname(createRequire(import.meta.url).resolve(name))
  return getDictionary({ dictionaries: [language], dictionaryDefinitions: [{ name: language, path: path.join(folder, trie) }] })
}
