// Analyses a question and finds its answers. Pagefind has the index, in shards; the lexicon in
// woorden/ maps forms, synonyms and names to the keys of that index.

const SHOWN = 30        // the number of results whose records are read, to rank them
const NEAR = { 4: 1, 9: 2 } // by number of letters: the allowed number of typing errors
const WEIGHT = { exact: 1, related: 0.6, begun: 0.85, mended: 0.9, named: 4, namesake: 2.5 }
const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ")
const UNITS = { mln: "miljoen", mld: "miljard", "%": "procent" }

let pagefind, lexicon, base
const loaded = new Map() // the forms and keys, by their first letter
const merged = new Map() // the shards that Pagefind has loaded, apart from the first

/** A table to look words up in: one without the names that every object has, such as constructor. */
function table(entries) {
  return Object.assign(Object.create(null), entries)
}

/** Load the index once. */
export async function load(folder) {
  if (lexicon) return
  const [engine, words] = await Promise.all([
    import(new URL("0/pagefind.js", folder)),
    fetch(new URL("woorden/all.json", folder)).then(answer => answer.json()),
  ])
  await engine.options({ excerptLength: 1, mergeFilter: { shard: "0" } })
  await engine.init()
  pagefind = engine
  lexicon = { ...words, forms: table(), homes: table(), names: table(words.names), phrases: table(words.phrases) }
  base = folder
}

/** Load the metadata of a shard; that of the first is loaded with the index. */
function merge(shard) {
  if (shard > 0 && !merged.has(shard))
    merged.set(shard, pagefind.mergeIndex(`${base.pathname}${shard}/`, { mergeFilter: { shard: `${shard}` } }))
  return merged.get(shard)
}

/** Load the forms and keys with some first letters. */
async function needed(letters) {
  for (const letter of new Set(letters))
    if (lexicon.letters.includes(letter) && !loaded.has(letter))
      loaded.set(letter, fetch(new URL(`woorden/${letter}.json`, base))
        .then(answer => answer.json())
        .then(({ forms, homes }) => {
          Object.assign(lexicon.forms, forms)
          Object.assign(lexicon.homes, homes)
        }))
  await Promise.all([...letters].map(letter => loaded.get(letter)))
}

async function understandWhole(question) {
  await needed(fold(question).match(/\b[a-z0-9]/g) ?? [])
  const first = understand(question)
  const strange = [...first.unknown, ...Object.keys(first.mended)].join("")
  if (!strange) return first
  await needed(strange.match(/[a-z0-9]/g) ?? []) // the second part of a compound may start at any letter
  return understand(question)
}

export function fold(text) {
  const straight = text.replace(/[’‘]/g, "'").toLowerCase().normalize("NFKD").replace(/\p{Diacritic}/gu, "")
  return straight.replace(/(\d)\.(\d{3})\b/g, "$1$2").replace(/(\w)&(\w)/g, "$1en$2")
}

// Analysing a question -----------------------------------------------------------------------------

/** The groups of keys in a question (any key of a group matches), and the words that are unknown. */
export function understand(question) {
  const understood = { groups: [], unknown: [], mended: table(), keys: [], question: fold(question).trim() }
  const name = squeezed(question)
  if (name in lexicon.names) {
    understood.name = name
  }
  const rest = takeFigures(fold(question), understood)
  const words = (rest.match(/[a-z0-9]+(?:'s\b)?/g) ?? []).filter(word => !lexicon.stop.includes(word))
  const phrases = takePhrases(words, understood)
  words.forEach((word, at) => {
    if (!phrases.has(at)) addWord(word, understood)
  })
  return understood
}

/** A name without spaces and signs, which readers type differently: ``x&y``, ``een twee``. */
function squeezed(text) {
  return fold(text).replace(/[^a-z0-9]/g, "")
}

/** Each amount and each date is one key: 100 mln equals 100 miljoen. */
function takeFigures(text, understood) {
  const take = key => {
    if (!(key in lexicon.forms)) return null
    understood.groups.push([{ key, weight: WEIGHT.exact }])
    understood.keys.push(key)
    return " "
  }
  return text
    .replace(/\b(\d+(?:[.,]\d+)*) ?(miljoen|mln|miljard|mld|procent|%)(?: euro\b)?/g, (all, number, unit) =>
      take(number.replaceAll(".", "").replaceAll(",", "k") + (UNITS[unit] ?? unit)) ?? all)
    .replace(new RegExp(`\\b(\\d{1,2}) (${MONTHS.join("|")})`, "g"), (all, day, month) =>
      take(Number(day) + month) ?? all)
    .replace(/\b(\d{1,2})[-/](\d{1,2})(?:[-/]\d{4})?\b/g, (all, day, month) =>
      take(Number(day) + (MONTHS[month - 1] ?? "")) ?? all)
}

function takePhrases(words, understood) {
  const taken = new Set()
  for (let at = 0; at + 1 < words.length; at += 1) {
    const goals = phrase(words[at], words[at + 1])
    if (!goals) continue
    understood.groups.push(goals.map(alternative))
    understood.keys.push(...goals.map(goal => goal.slice(1)))
    taken.add(at).add(at + 1)
  }
  return taken
}

function phrase(first, second) {
  const keys = word => [...exactKeys(word).map(({ key }) => key), word]
  const pairs = keys(first).flatMap(before => keys(second).map(after => `${before} ${after}`))
  return lexicon.phrases[pairs.find(pair => pair in lexicon.phrases)]
}

function addWord(word, understood) {
  const found = exactKeys(word)
  if (found.length) {
    understood.groups.push(found)
    understood.keys.push(found[0].key)
    return
  }
  const parts = split(word)
  if (parts) parts.forEach(part => addWord(part, understood))
  else if (begun(word).length) understood.groups.push(begun(word))
  else mend(word, understood)
}

function mend(word, understood) {
  const near = nearest(word)
  if (!near) { understood.unknown.push(word); return }
  understood.mended[word] = near
  understood.groups.push(exactKeys(near).map(each => ({ ...each, weight: each.weight * WEIGHT.mended })))
  understood.keys.push(exactKeys(near)[0].key)
}

function exactKeys(word) {
  const form = [word, word.replace(/'s$/, "")].find(each => each in lexicon.forms)
  const known = form ? lexicon.forms[form] : []
  return known.map(alternative).sort((a, b) => b.weight - a.weight)
}

function alternative(key) {
  return key.startsWith("~") ? { key: key.slice(1), weight: WEIGHT.related } : { key, weight: WEIGHT.exact }
}

/** The keys of the words that start with what is typed so far. */
function begun(word) {
  if (word.length < 3) return []
  const keys = new Set(Object.keys(lexicon.forms).filter(form => form.startsWith(word)).slice(0, 40).flatMap(form => lexicon.forms[form]))
  return [...keys].filter(key => !key.startsWith("~")).slice(0, 8).map(key => ({ key, weight: WEIGHT.begun }))
}

/** The two known words that form an unknown one. */
function split(word) {
  for (let at = 4; at <= word.length - 4; at += 1)
    for (const link of ["", "s"]) {
      const [start, end] = [word.slice(0, at), word.slice(at)]
      if (!start.endsWith(link)) continue
      const first = start.slice(0, start.length - link.length)
      if (first.length > 3 && first in lexicon.forms && end in lexicon.forms) return [first, end]
    }
  return null
}

/** The known word that was probably meant: the most similar one with few typing errors. */
function nearest(word) {
  const most = Object.entries(NEAR).findLast(([length]) => word.length >= length)?.[1] ?? 0
  let best = null
  for (const form of Object.keys(lexicon.forms)) {
    if (form[0] !== word[0] || Math.abs(form.length - word.length) > most || form.length < 4) continue
    const distance = typos(word, form, most)
    if (distance <= most && (!best || distance < best.distance)) best = { form, distance }
  }
  return best?.form
}

/** The number of typing errors: letters missing, extra, wrong or swapped with a neighbour. */
function typos(a, b, most) {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length]
}

// Finding ------------------------------------------------------------------------------------------

/** The answers to a question, best first: ``{ records, total, understood, number }``. */
export async function find(question, filters = {}) {
  const number = numbered(question)
  if (number) return findNumber(number)
  const understood = await understandWhole(question)
  const scores = new Map()
  const allowed = await chosen(filters)
  const groups = await Promise.all(understood.groups.map(group => searchGroup(group, allowed)))
  const rarity = groups.map(found => Math.log(1 + lexicon.count / Math.max(1, found.size)))
  const whole = rarity.reduce((sum, each) => sum + each, 0)
  groups.forEach((found, at) => {
    for (const [id, { score, result }] of found) {
      const seen = scores.get(id) ?? { score: 0, covered: 0, result }
      seen.score += rarity[at] * score
      seen.covered += rarity[at] / whole
      scores.set(id, seen)
    }
  })
  const names = await findNames(understood, allowed)
  for (const [id, { result, weight }] of names)
    if (weight === WEIGHT.named || !scores.has(id))
      scores.set(id, { score: Math.max(whole, scores.get(id)?.score ?? 0), covered: 1, result })
  const ranked = [...scores].map(([id, each]) =>
    ({ ...each, score: each.score * each.covered ** 2 * (names.get(id)?.weight ?? 1) }))
  ranked.sort((a, b) => b.score - a.score)
  const records = await Promise.all(ranked.slice(0, SHOWN).map(each => read(each, understood)))
  return { records: records.sort((a, b) => b.score - a.score), total: ranked.length, understood }
}

/** The best score of each result for any key of a group, between 0 and 1. */
async function searchGroup(group, allowed) {
  const best = new Map()
  const found = await Promise.all(group.map(({ key }) => search(key)))
  found.forEach((every, at) => {
    const results = every.filter(allowed)
    const highest = Math.max(...results.map(result => result.score))
    for (const result of results) {
      const score = group[at].weight * (0.25 + 0.75 * result.score / highest)
      if (score > (best.get(result.id)?.score ?? 0)) best.set(result.id, { score, result })
    }
  })
  return best
}

async function read({ result, score }, understood) {
  const data = await result.data()
  const record = JSON.parse(data.meta.record)
  const literal = spaced(`${record.title} ${record.text}`).includes(spaced(understood.question)) ? 1.6 : 1
  return { ...record, score: score * record.weight * literal }
}

/** A text as separate words, so that no word matches a part of another. */
function spaced(text) {
  return ` ${fold(text).split(/[^a-z0-9]+/).filter(Boolean).join(" ")} `
}

/** The results whose name is the question, or a synonym of it. */
async function findNames(understood, allowed) {
  const wanted = [
    ...[understood.name, understood.keys.join("")].map(name => ({ name, weight: WEIGHT.named })),
    ...related(understood).map(name => ({ name, weight: WEIGHT.namesake })),
  ].filter(({ name }) => name in lexicon.names)
  const found = new Map()
  for (const { name, weight } of wanted) {
    const shards = lexicon.names[name]
    const results = await search(`qx${name}qx`, [...new Set(shards)]) // the form of full names in the index
    for (const result of results.slice(0, shards.length))
      if (allowed(result) && !found.has(result.id)) found.set(result.id, { result, weight })
  }
  return found
}

/** The synonyms of the question, if it consists of one name. */
function related({ groups }) {
  const only = groups.length === 1 ? groups[0] : []
  return only.filter(({ weight }) => weight === WEIGHT.related).map(({ key }) => key.replaceAll(" ", ""))
}

/** The words of a text, each with whether it matches the question. */
export function marked(text, understood) {
  const wanted = new Set(understood.groups.flat().flatMap(({ key }) => key.split(" ")))
  return text.split(/([^\s.,;:()‘’“”/]+)/).map(part => {
    const keys = lexicon.forms[fold(part)] ?? []
    return { part, hit: keys.some(key => wanted.has(key.replace("~", ""))) }
  })
}

/** The number of a statement, if that is what was typed. */
export function numbered(question) {
  const found = fold(question).trim().match(new RegExp(`^(?:(?:afspraak|uitspraak|nummer|nr\\.?)\\s+)?(?:${fold(lexicon.prefix)})?[\\s-]?0*(\\d{1,4})$`))
  if (!found) return null
  return `${lexicon.prefix}-${found[1].padStart(3, "0")}`
}

async function findNumber(number) {
  const understood = understand("")
  const results = (await search(`qx${squeezed(number)}qx`)).slice(0, 1)
  const found = await Promise.all(results.map(result => read({ result, score: 1 }, understood)))
  const records = found.filter(record => record.number === number)
  return { records, total: records.length, understood, number }
}

/** The values of each filter. */
export function values() {
  return lexicon.filters
}

/** Whether a result matches all chosen filter values. */
async function chosen(filters) {
  const tokens = Object.entries(filters).map(([name, value]) => `qf${name}${squeezed(value)}qx`)
  const sets = await Promise.all(tokens.map(async token => new Set((await search(token)).map(({ id }) => id))))
  return ({ id }) => sets.every(set => set.has(id))
}

/** The results with all words of a key, best first; ``shards`` are those that have it, if known. */
async function search(key, shards) {
  if (lexicon.shards.length === 1) return (await pagefind.search(key)).results
  const [first, ...others] = await Promise.all(key.split(" ").map(async word =>
    searchShards(word, shards ?? await homes(word))))
  return others.reduce(inBoth, first).sort((a, b) => b.score - a.score)
}

/** The shards that have a word: in other shards, Pagefind would match its first letters. */
async function homes(word) {
  await needed(word[0])
  return lexicon.homes[word] ?? [...lexicon.shards.keys()]
}

/** The results with a word, weighted by its rarity in all shards; Pagefind weights it by shard. */
async function searchShards(word, shards) {
  await Promise.all(shards.map(merge))
  const found = await Promise.all(shards.map(async shard =>
    (await pagefind.search(word, { filters: { shard: `${shard}` } })).results))
  const rarity = idf(lexicon.count, found.flat().length)
  return found.flatMap((results, at) => {
    const scale = rarity / idf(lexicon.shards[shards[at]], results.length)
    return results.map(result => // changed in place, so that its data is freed with it
      Object.assign(result, { id: `${shards[at]} ${result.id}`, score: result.score * scale }))
  })
}

/** The weight of a word by its rarity, as Pagefind computes it. */
function idf(count, found) {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5))
}

function inBoth(results, others) {
  const scores = new Map(others.map(({ id, score }) => [id, score]))
  return results.filter(({ id }) => scores.has(id))
    .map(result => Object.assign(result, { score: result.score + scores.get(result.id) }))
}
