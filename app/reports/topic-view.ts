/** How each of the guide's four topics stands: one sentence, and the points that are open. */
import { inSums } from '#app/core/counted.ts'
import { compareNumbers, round9 } from '#app/core/numbers.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerWords } from './answer-words.ts'
import { pointName, type Told } from './told.ts'

/** A question as a point that stands or is open, with what was answered. */
export type Point = { readonly name: string; readonly answer: string }
export type TopicView = { readonly title: string; readonly sentence: string; readonly open: readonly Point[]; readonly more: string | null }

/** So many open points are named; the others are counted. */
const named = 3

/** A point stands from half of what it can be on, the line that a must is held to as well. */
export function topicViews(told: Told): TopicView[] {
  const { questions } = told.questionnaire
  return told.questionnaire.topics.map(topic => {
    const asked = questions.map((question, index) => ({ question, index })).filter(({ question, index }) => question.topics.includes(topic.id) && inSums(told.counted, index))
    const open = asked
      .filter(({ index }) => round9(told.counted.s[index]!) < 0.5)
      .sort((a, b) => Number(b.question.must) - Number(a.question.must) || compareNumbers(b.question.weight, a.question.weight))
    return {
      title: say(topic.title),
      sentence: sentenceOf(asked.length, open.length),
      open: open.slice(0, named).map(({ question }) => ({ name: pointName(told, question), answer: answerWords(told, question) })),
      more: open.length > named ? m.report_topic_more({ n: open.length - named }) : null,
    }
  })
}

function sentenceOf(asked: number, open: number): string {
  if (asked === 0) return m.report_topic_not_asked()
  if (open === 0) return asked === 1 ? m.report_topic_all_one() : m.report_topic_all({ n: asked })
  if (open === asked) return asked === 1 ? m.report_topic_none_one() : m.report_topic_none({ n: asked })
  return m.report_topic_some({ done: asked - open, n: asked })
}
