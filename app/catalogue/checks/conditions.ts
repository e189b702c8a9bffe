/** Conditions name what exists, and a question's condition only names earlier questions. */
import type { Condition, Question } from '#app/core/questionnaire.ts'
import { regions, sizes } from '#app/core/questionnaire.ts'
import type { Content, Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { sectors } from '../sectors.ts'
import { subjectOf } from '../structure.ts'
import type { Path, YamlFile } from '../yaml-file.ts'
import { existing, questionsFor } from './names.ts'

const profileValues = { sector: sectors.map((sector) => sector.id), size: sizes, region: regions } as const

/** All conditions of all files, and those of the core once more with the options that a sector puts in place of the core's. */
export function checkConditions(content: Content, report: Report): void {
  const core = content.core.questions
  content.scenarios.content.scenarios.forEach((scenario, index) => {
    scenario.timeline.forEach((step, at) => {
      each(step.when, ['scenarios', index, 'timeline', at, 'when'], (part, path) =>
        checkPart(part, content.scenarios.file, path, core, core, report),
      )
    })
  })
  for (const module of [content.core, ...content.sectors]) {
    const { file } = module
    const all = questionsFor(content, module)
    const before = module === content.core ? 0 : core.length
    module.questions.forEach((question, index) => {
      each(question.showIf, ['questions', index, 'showIf'], (part, path) =>
        checkPart(part, file, path, all.slice(0, before + index), all, report),
      )
    })
    module.measures.forEach((measure, index) => {
      each(measure.showIf, ['measures', index, 'showIf'], (part, path) => checkPart(part, file, path, all, all, report))
    })
    module.content.timelineSteps.forEach((step, index) => {
      each(step.when, ['timelineSteps', index, 'when'], (part, path) => checkPart(part, file, path, all, all, report))
    })
    module.content.replaceOptions.forEach((replace, index) => {
      const ids = replace.options.map((option) => option.id)
      const conditions = [
        ...all.map((question) => question.showIf),
        ...content.core.measures.map((measure) => measure.showIf),
        ...module.measures.map((measure) => measure.showIf),
        ...module.content.timelineSteps.map((step) => step.when),
        ...content.scenarios.content.scenarios.flatMap((scenario) => scenario.timeline.map((step) => step.when)),
      ]
      for (const condition of conditions) {
        each(condition, [], (part) => {
          if (!('answer' in part) || part.answer.question !== replace.question) return
          for (const id of part.answer.in.filter((option) => !ids.includes(option))) {
            report(
              file,
              ['replaceOptions', index, 'options'],
              `a condition needs option ${quoted(id)} of ${quoted(replace.question)}, which is replaced away here`,
              `keep an option with the id ${id}`,
            )
          }
        })
      }
    })
  }
}

/** Visits every part of a condition that stands on its own: those on the profile and those on an answer. */
function each(condition: Condition | undefined, path: Path, visit: (part: Condition, path: Path) => void): void {
  if (condition === undefined) return
  if ('all' in condition) condition.all.forEach((part, index) => each(part, [...path, 'all', index], visit))
  else if ('any' in condition) condition.any.forEach((part, index) => each(part, [...path, 'any', index], visit))
  else if ('not' in condition) each(condition.not, [...path, 'not'], visit)
  else visit(condition, path)
}

function checkPart(
  part: Condition,
  file: YamlFile,
  path: Path,
  earlier: readonly Question[],
  all: readonly Question[],
  report: Report,
): void {
  const root = path.slice(
    0,
    path.findIndex((key) => key === 'showIf' || key === 'when'),
  )
  const subject = subjectOf(file, root)
  if ('profile' in part) {
    const known: readonly string[] = profileValues[part.profile.field]
    part.profile.in.forEach((value, index) => {
      if (known.includes(value)) return
      report(
        file,
        [...path, 'profile', 'in', index],
        `the condition of ${subject} names ${part.profile.field} ${quoted(value)}, which does not exist`,
        existing(value, known, 'app/core/questionnaire.ts'),
      )
    })
    return
  }
  if (!('answer' in part)) return
  const id = part.answer.question
  const question = all.find((entry) => entry.id === id)
  const at = [...path, 'answer', 'question']
  if (question === undefined) {
    report(
      file,
      at,
      `the condition of ${subject} names question ${quoted(id)}, which does not exist`,
      existing(
        id,
        all.map((entry) => entry.id),
        'the file',
      ),
    )
    return
  }
  if (!earlier.includes(question)) {
    report(
      file,
      at,
      `the condition of ${subject} names question ${quoted(id)}, which is not asked earlier`,
      'name an earlier question, or move this one down',
    )
    return
  }
  const choices = [...(question.options ?? []), ...(question.items ?? [])].map((choice) => choice.id)
  part.answer.in.forEach((choice, index) => {
    if (choices.includes(choice)) return
    report(
      file,
      [...path, 'answer', 'in', index],
      `the condition of ${subject} names ${quoted(choice)}, which is no answer to ${quoted(id)}`,
      existing(choice, choices, `question "${id}"`),
    )
  })
}
