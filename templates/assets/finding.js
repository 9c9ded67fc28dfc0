// Understanding a question and finding what answers it. Pagefind holds the index, in shards; the
// words in woorden/ tell which forms, synonyms and names lead to which keys of that index.

const SHOWN = 30        // of so many the record is read, to put them in their last order
const NEAR = { 4: 1, 9: 2 } // from so many letters, so many typing errors
const WEIGHT = { exact: 1, related: 0.6, begun: 0.85, mended: 0.9, named: 4, namesake: 2.5 }
const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ")
const UNITS = { mln: "miljoen", mld: "miljard", "%": "procent" }

let pagefind, lexicon, base
const loaded = new Map() // the forms and keys that begin with a letter, by that letter
const merged = new Map() // the shards that Pagefind knows of, beside the first

/** Load the index; once. */
export async function load(folder) {
  if (lexicon) return
  const [engine, words] = await Promise.all([
    import(new URL("0/pagefind.js", folder)),
    fetch(new URL("woorden/all.json", folder)).then(answer => answer.json()),
  ])
  await engine.options({ excerptLength: 1, mergeFilter: { shard: "0" } })
  await engine.init()
  pagefind = engine
  lexicon = { ...words, forms: {}, homes: {} }
  base = folder
}

/** Load what tells of a shard; the first is there from the start. */
function merge(shard) {
  if (shard > 0 && !merged.has(shard))
    merged.set(shard, pagefind.mergeIndex(`${base.pathname}${shard}/`, { mergeFilter: { shard: `${shard}` } }))
  return merged.get(shard)
}

/** Load the forms and keys that begin with some letters. */
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
  await needed(strange.match(/[a-z0-9]/g) ?? []) // a compound may begin anew at any letter
  return understand(question)
}

export function fold(text) {
  const straight = text.replace(/[’‘]/g, "'").toLowerCase().normalize("NFKD").replace(/\p{Diacritic}/gu, "")
  return straight.replace(/(\d)\.(\d{3})\b/g, "$1$2").replace(/(\w)&(\w)/g, "$1en$2")
}

// Understanding ------------------------------------------------------------------------------------

/** The groups of keys in a question, of which any of a group will do, and what was not understood. */
export function understand(question) {
  const understood = { groups: [], unknown: [], mended: {}, keys: [], question: fold(question).trim() }
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

/** A name without what people leave out or put in: ``x&y``, ``een twee``. */
function squeezed(text) {
  return fold(text).replace(/[^a-z0-9]/g, "")
}

/** Amounts and dates are one key each: 100 mln as well as 100 miljoen. */
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
  const form = [word, word.replace(/'s$/, "")].find(each => Object.hasOwn(lexicon.forms, each))
  const known = form ? lexicon.forms[form] : []
  return known.map(alternative).sort((a, b) => b.weight - a.weight)
}

function alternative(key) {
  return key.startsWith("~") ? { key: key.slice(1), weight: WEIGHT.related } : { key, weight: WEIGHT.exact }
}

/** The keys of the words that begin with what is typed so far. */
function begun(word) {
  if (word.length < 3) return []
  const keys = new Set(Object.keys(lexicon.forms).filter(form => form.startsWith(word)).slice(0, 40).flatMap(form => lexicon.forms[form]))
  return [...keys].filter(key => !key.startsWith("~")).slice(0, 8).map(key => ({ key, weight: WEIGHT.begun }))
}

/** The two known words of which an unknown one is made. */
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

/** The known word that was probably meant: few letters away, and of those the likest. */
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

/** How many letters are missing, too many, wrong or exchanged with their neighbour. */
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

/** What answers a question, best first: ``{ records, total, understood, number }``. */
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

/** A text as its words, so that none of them is found as a part of another. */
function spaced(text) {
  return ` ${fold(text).split(/[^a-z0-9]+/).filter(Boolean).join(" ")} `
}

/** What bears the question as its name, or a name that means much the same. */
async function findNames(understood, allowed) {
  const wanted = [
    ...[understood.name, understood.keys.join("")].map(name => ({ name, weight: WEIGHT.named })),
    ...related(understood).map(name => ({ name, weight: WEIGHT.namesake })),
  ].filter(({ name }) => name in lexicon.names)
  const found = new Map()
  for (const { name, weight } of wanted) {
    const shards = lexicon.names[name]
    const results = await search(`qx${name}qx`, [...new Set(shards)]) // as the index has names in full
    for (const result of results.slice(0, shards.length))
      if (allowed(result) && !found.has(result.id)) found.set(result.id, { result, weight })
  }
  return found
}

/** The names that mean much the same as the question, if it is about one thing. */
function related({ groups }) {
  const only = groups.length === 1 ? groups[0] : []
  return only.filter(({ weight }) => weight === WEIGHT.related).map(({ key }) => key.replaceAll(" ", ""))
}

/** The words of a text, each with whether the question is about it. */
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

/** What can be chosen from: the values of each filter. */
export function values() {
  return lexicon.filters
}

/** Whether a result has all that is chosen. */
async function chosen(filters) {
  const tokens = Object.entries(filters).map(([name, value]) => `qf${name}${squeezed(value)}qx`)
  const sets = await Promise.all(tokens.map(async token => new Set((await search(token)).map(({ id }) => id))))
  return ({ id }) => sets.every(set => set.has(id))
}

/** What has all words of a key, best first; ``shards`` have it, if that is known. */
async function search(key, shards) {
  if (lexicon.shards.length === 1) return (await pagefind.search(key)).results
  const [first, ...others] = await Promise.all(key.split(" ").map(async word =>
    searchShards(word, shards ?? await homes(word))))
  return others.reduce(inBoth, first).sort((a, b) => b.score - a.score)
}

/** The shards that have a word: in another, Pagefind would find what has the beginning of it. */
async function homes(word) {
  await needed(word[0])
  return lexicon.homes[word] ?? [...lexicon.shards.keys()]
}

/** What has a word. Pagefind weighs it by how rare it is in a shard; here, by how rare it is in all. */
async function searchShards(word, shards) {
  await Promise.all(shards.map(merge))
  const found = await Promise.all(shards.map(async shard =>
    (await pagefind.search(word, { filters: { shard: `${shard}` } })).results))
  const rarity = idf(lexicon.count, found.flat().length)
  return found.flatMap((results, at) => {
    const scale = rarity / idf(lexicon.shards[shards[at]], results.length)
    return results.map(result => // changed in place: its data goes when it goes
      Object.assign(result, { id: `${shards[at]} ${result.id}`, score: result.score * scale }))
  })
}

/** How much a word tells, as Pagefind has it. */
function idf(count, found) {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5))
}

function inBoth(results, others) {
  const scores = new Map(others.map(({ id, score }) => [id, score]))
  return results.filter(({ id }) => scores.has(id))
    .map(result => Object.assign(result, { score: result.score + scores.get(result.id) }))
}
