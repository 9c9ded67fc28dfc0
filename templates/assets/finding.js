// Finds the answers to a question: ranks the records by the keys that they have in common with it.

import { fold, understand } from "./question.js"

const WEIGHT = { named: 4, namesake: 2.5, literal: 1.6 }
const ANSWERED = 0.25 // the part of a question that a result must answer, by the rarity of its words
const COMPARED = 10 // the number of best results of which the words are compared with the question: a first page

/**
 * The answers to a question, best first: the numbers of their records, and what was understood.
 * With filters and no question: everything that passes them.
 */
export async function find(index, question, filters = {}, options = {}) {
  await index.open()
  const number = numbered(index, question)
  if (askedNumber(index, question))
    return { numbers: number === null ? [] : [number], understood: null, isNumber: number !== null }
  const [understood, allowed] = await Promise.all([understand(index, question, options), passing(index, filters)])
  const ranked = question.trim() ? rank(index, understood) : everything(index)
  const all = await quoting(index, ranked, understood)
  const best = withoutTwins(index, await literalFirst(index, all.filter(({ at }) => allowed(at)), question))
  const numbers = best.map(({ at }) => at).filter(at => at !== number)
  if (number !== null && allowed(number)) numbers.unshift(number)
  return { numbers, understood, unfiltered: all.length, isNumber: number !== null }
}

function everything({ common }) {
  return Array.from({ length: common.count }, (_, at) => ({ at, score: 0 }))
}

function rank(index, understood) {
  const groups = understood.groups.map(group => matches(index, group))
  const rarity = groups.map(found => Math.log(1 + index.common.count / Math.max(1, found.size)))
  const known = rarity.reduce((sum, each) => sum + each, 0)
  const whole = known * (1 + understood.unknown.length / Math.max(1, groups.length)) // unknown words count as the others
  const scores = new Map()
  groups.forEach((found, at) => {
    for (const [record, score] of found) {
      const seen = scores.get(record) ?? { score: 0, covered: 0 }
      scores.set(record, { score: seen.score + rarity[at] * score, covered: seen.covered + rarity[at] / whole })
    }
  })
  for (const [record, weight] of named(index, understood)) {
    const seen = scores.get(record)
    if (weight === WEIGHT.named || !seen) scores.set(record, { score: Math.max(whole, seen?.score ?? 0) * weight, covered: 1 })
    else seen.score *= weight
  }
  for (const { key } of understood.without) for (const record of index.postings(key).keys()) scores.delete(record)
  return [...scores].filter(([, { covered }]) => covered >= ANSWERED)
    .map(([at, { score, covered }]) => ({ at, score: score * covered ** 2 }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

/** How much each record counts for a group: the most that it does for any of its keys. */
function matches(index, group) {
  const best = new Map()
  for (const { key, weight } of group)
    for (const [record, counts] of together(index, key.split(" ")))
      best.set(record, Math.max(best.get(record) ?? 0, weight * counts))
  return best
}

/** The records that have all of some keys. */
function together(index, keys) {
  const [first, ...others] = keys.map(key => index.postings(key))
  return others.reduce((found, other) =>
    new Map([...found].filter(([at]) => other.has(at)).map(([at, counts]) => [at, Math.min(counts, other.get(at))])), first)
}

/** The records whose name is the question, or a synonym of it. */
function named({ common }, { names, groups }) {
  const only = groups.length === 1 ? groups[0] : []
  const joined = groups.map(([first]) => first.key).join("")
  const wanted = [
    ...only.filter(({ isRelated }) => isRelated).map(({ key }) => [key.replaceAll(" ", ""), WEIGHT.namesake]),
    ...[...names, joined].map(name => [name, WEIGHT.named]),
  ]
  return new Map(wanted.flatMap(([name, weight]) => (common.names[name] ?? []).map(at => [at, weight])))
}

/** The records that pass the chosen filters; a value that does not exist passes none. */
async function passing(index, filters) {
  const chosen = Object.entries(filters)
  if (!chosen.length) return () => true
  const values = await index.filters()
  const sets = chosen.map(([name, value]) => values[name]?.[value] ?? new Set())
  return at => sets.every(set => set.has(at))
}

/** How many of some records have each value of each filter. */
export async function counts(index, numbers) {
  const values = await index.filters()
  return Object.fromEntries(Object.entries(values).map(([name, sets]) =>
    [name, Object.fromEntries(Object.entries(sets).map(([value, set]) => [value, numbers.filter(at => set.has(at)).length]))]))
}

// The words of the records -------------------------------------------------------------------------

/** A text as separate words, so that no word matches a part of another. */
function spaced(index, text) {
  return ` ${fold(text, index.common.apostrophes).split(/[^a-z0-9]+/).filter(Boolean).join(" ")} `
}

function textOf(record) {
  return `${record.title} ${record.text ?? ""}`
}

/** Only the records with the words that were asked for in quotes. */
async function quoting(index, ranked, { quoted }) {
  if (!quoted.length) return ranked
  const records = await index.records(ranked.map(({ at }) => at))
  const has = record => record && quoted.every(words => spaced(index, textOf(record)).includes(spaced(index, words)))
  return ranked.filter((_, at) => has(records[at]))
}

/** The best results again, those first that have the question word for word. */
async function literalFirst(index, ranked, question) {
  const words = spaced(index, question)
  if (words.trim().split(" ").length < 2) return ranked
  const [best, rest] = [ranked.slice(0, COMPARED), ranked.slice(COMPARED)]
  const records = await index.records(best.map(({ at }) => at))
  const again = best.map((each, at) => ({
    ...each,
    score: each.score * (records[at] && spaced(index, textOf(records[at])).includes(words) ? WEIGHT.literal : 1),
  }))
  return [...again.sort((a, b) => b.score - a.score || a.at - b.at), ...rest]
}

/** Of the results at one address only the best. */
function withoutTwins({ common }, ranked) {
  const seen = new Set()
  return ranked.filter(({ at }) => {
    const first = common.twins[at] ?? at
    return !seen.has(first) && seen.add(first)
  })
}

/** The words of a text, each with whether it matches the question. */
export function marked(index, text, understood) {
  const wanted = new Set(understood?.groups.flat().flatMap(({ key }) => key.split(" ")))
  return text.split(/([^\s.,;:()‘’“”/]+)/).map(part => {
    const keys = index.keysOf(fold(part, index.common.apostrophes)) ?? []
    return { part, hit: keys.some(key => wanted.has(key.replace("~", ""))) }
  })
}

// Numbers of statements ----------------------------------------------------------------------------

/** The record with the number that was typed; null if it is no number, or nothing has that number. */
function numbered(index, question) {
  const found = typedNumber(index, question)
  return found && (index.statements.get(Number(found.digits)) ?? null)
}

/** The number of a statement as it was typed with its letters, whether it exists or not. */
export function askedNumber(index, question) {
  const found = typedNumber(index, question)
  return found?.prefix ? `${index.common.prefix}-${found.digits.padStart(3, "0")}` : null
}

function typedNumber({ common: { prefix, apostrophes } }, question) {
  const letters = fold(prefix, apostrophes)
  const pattern = `^(?:(?:afspraak|uitspraak|nummer|nr\\.?)\\s+)?(?<prefix>${letters})?[\\s-]?0*(?<digits>\\d{1,4})$`
  return fold(question, apostrophes).trim().match(new RegExp(pattern))?.groups ?? null
}
