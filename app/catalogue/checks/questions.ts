/** What each question needs by itself: its texts and sources, and options that make a whole scale. */
import type { Question } from '#app/core/questionnaire.ts'
import { isScored } from '#app/core/questionnaire.ts'
import type { Content, Module, Report } from '../content.ts'
import { quoted } from '../failure.ts'

export function checkQuestions(content: Content, report: Report): void {
  for (const module of [content.core, ...content.sectors]) {
    module.questions.forEach((question, index) => {
      if (isScored(question)) checkExplained(module, index, question, report)
      if (question.type === 'choice') checkChoice(module, index, question, report)
      if (question.type === 'endurance' || question.type === 'tolerance') checkHours(module, index, question, report)
      if (question.must) checkMust(module, index, question, report)
    })
    const tolerances = module.questions.flatMap((question, index) => (question.type === 'tolerance' ? [index] : []))
    tolerances.slice(module === content.core ? 1 : 0).forEach((index) => {
      report(
        module.file,
        ['questions', index],
        `question ${quoted(module.questions[index]?.id)} asks for the tolerance once more`,
        'ask for it once, in the core',
      )
    })
  }
}

function checkExplained({ file }: Module, index: number, question: Question, report: Report): void {
  const path = ['questions', index]
  const needed = { why: 'why this is asked', example: 'an example', ask: 'whom to ask when one does not know' } as const
  for (const [key, what] of Object.entries(needed) as [keyof typeof needed, string][]) {
    if (question[key] === undefined)
      report(file, path, `question ${quoted(question.id)} has no ${key}`, `add ${key}: { nl: "…", en: "…" }, ${what}`)
  }
  if (question.sources.length === 0) {
    report(
      file,
      path,
      `question ${quoted(question.id)} has no source`,
      'name at least one id from sources.yaml (oordeel for our own judgement)',
    )
  }
}

function checkChoice({ file }: Module, index: number, question: Question, report: Report): void {
  for (const score of [0, 1]) {
    if (question.options?.some((option) => option.score === score)) continue
    report(
      file,
      ['questions', index, 'options'],
      `choice ${quoted(question.id)} has no option with score ${score}`,
      `give one option score: ${score}`,
    )
  }
}

function checkHours({ file }: Module, index: number, question: Question, report: Report): void {
  const options = question.options ?? []
  const hours = options.map((option) => (option.hours === 'unlimited' ? Infinity : option.hours ?? 0))
  const inFile = file.data as { questions: readonly { marks?: unknown }[] }
  const list = inFile.questions[index]?.marks === undefined ? 'options' : 'marks'
  const path = ['questions', index, list]
  const name = quoted(question.id)
  const late = hours.findIndex((value, at) => at > 0 && value <= (hours[at - 1] ?? -1))
  if (late > 0)
    report(
      file,
      [...path, late],
      `the hours of ${name} do not go up at ${options[late]?.hours}`,
      'put them in order, each above the one before',
    )
  if (question.type === 'tolerance') {
    if (hours.includes(Infinity))
      report(file, [...path, hours.indexOf(Infinity)], `tolerance ${name} offers unlimited`, 'give a finite number of hours')
    return
  }
  if (!hours.includes(0)) report(file, path, `endurance ${name} has no option of 0 hours`, 'begin with 0')
  if (Math.max(...hours) < (question.target ?? 72)) {
    report(
      file,
      path,
      `endurance ${name} has no option that reaches its target of ${question.target} hours`,
      `add an option of ${question.target} hours or more, or unlimited`,
    )
  }
}

function checkMust({ file }: Module, index: number, question: Question, report: Report): void {
  if (question.type === 'endurance') {
    report(
      file,
      ['questions', index, 'must'],
      `endurance ${quoted(question.id)} is a must`,
      'only a choice or a checklist can be a must; take must out',
    )
  }
  if (question.short === undefined) {
    report(
      file,
      ['questions', index],
      `must ${quoted(question.id)} has no short`,
      'add short: { nl: "…", en: "…" }, the few words it is called by in the report',
    )
  }
}
