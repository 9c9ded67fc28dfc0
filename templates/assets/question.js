// Reads a question: which keys of the index it asks for. The rules for amounts, dates and
// apostrophes are those with which the texts were read; they come with the index.

import { table } from "./search-index.js"

const NEAR = { 4: 1, 9: 2 } // by number of letters: the allowed number of typing errors
const WEIGHT = { exact: 1, related: 0.6, begun: 0.85, mended: 0.9 }
const SURE = 9              // a longer word with one typing error is not taken for two words
const MOST_BEGUN = 8        // the number of keys that a word which is still being typed can stand for
const ENGLISH = new Set("the what which who how of and for with is are was were does did about from site timeline".split(" "))

/** The groups of keys in a question (any key of a group matches), and what became of each word. */
export async function understand(index, question, { literally = false } = {}) {
  const reader = new Reader(index, question, literally)
  await index.load(reader.words())
  let read = reader.read()
  const strange = [...read.unknown, ...Object.keys(read.mended), ...Object.keys(read.split)]
  if (strange.length) {
    await index.load(strange, { whole: true })
    await index.load(strange.flatMap(letters), { whole: true }) // a second part starts anywhere
    read = reader.read()
  }
  await index.load(read.groups.flat().flatMap(({ key }) => key.split(" ")))
  return read
}

function letters(word) {
  return [...new Set(word.slice(4))]
}

/** A text in lower case, without accents, with one kind of apostrophe and no thousands separators. */
export function fold(text, apostrophes) {
  const straight = [...text].map(letter => apostrophes.includes(letter) ? "'" : letter).join("")
  const plain = straight.toLowerCase().normalize("NFKD").replace(/\p{Diacritic}/gu, "")
  return plain.replace(/(\d)\.(\d{3})\b/g, "$1$2").replace(/(\w)&(\w)/g, "$1en$2")
}

class Reader {
  constructor(index, question, literally) {
    this.index = index
    this.rules = index.common
    this.typed = question.trim()
    this.literally = literally
  }

  fold(text) {
    return fold(text, this.rules.apostrophes)
  }

  words() {
    return this.fold(this.typed).match(/[a-z0-9]+/g) ?? []
  }

  read() {
    const found = { groups: [], unknown: [], mended: table(), split: table(), names: [], without: [], quoted: [] }
    const rest = this.takeSigns(this.fold(this.typed), found)
    this.takeNames(found)
    const left = this.takeFigures(rest, found)
    const words = left.match(/[a-z0-9]+(?:'s\b)?/g) ?? []
    found.isEnglish = words.filter(word => ENGLISH.has(word)).length > 1 || words.some(word => ["the", "what", "which"].includes(word))
    const asked = words.filter(word => !this.index.stop.has(word) && !(found.isEnglish && ENGLISH.has(word)))
    const taken = this.takePhrases(asked, found)
    asked.forEach((word, at) => { if (!taken.has(at)) this.addWord(word, found) })
    return found
  }

  /** Words in quotes must stand together; a word after a minus must not be there. */
  takeSigns(text, found) {
    return text
      .replace(/["“”]([^"“”]+)["“”]/g, (all, words) => { found.quoted.push(words.trim()); return ` ${words} ` })
      .replace(/(^|\s)-([a-z0-9]+)/g, (all, before, word) => { found.without.push(...this.exact(word)); return before })
  }

  /** The question as one name, and short names in capitals, such as DE: no words in lower case. */
  takeNames(found) {
    const name = this.squeezed(this.typed)
    if (name in this.rules.names) found.names.push(name)
    for (const word of this.typed.match(/\b[A-Z]{1,3}\b/g) ?? []) {
      const key = word.toLowerCase() + this.rules.shortNameMark
      if (this.index.postings(key).size) found.groups.push([{ key, weight: WEIGHT.exact, word }])
    }
  }

  squeezed(text) {
    return this.fold(text).replace(/[^a-z0-9]/g, "")
  }

  /** Each amount and each date is one key: 100 mln equals 100 miljoen. */
  takeFigures(text, found) {
    const { amount, units, dayMonth, dayMonthFigures, months } = this.rules
    const take = key => {
      if (!this.index.keysOf(key)?.length) return null
      found.groups.push([{ key, weight: WEIGHT.exact, word: key }])
      return " "
    }
    return text
      .replace(new RegExp(`${amount}(?: euro\\b)?`, "g"), (all, number, unit) =>
        take(number.replaceAll(".", "").replaceAll(",", "k") + (units[unit] ?? unit)) ?? all)
      .replace(new RegExp(dayMonth, "g"), (all, day, month) => take(Number(day) + month) ?? all)
      .replace(new RegExp(dayMonthFigures, "g"), (all, day, month) =>
        take(Number(day) + (months[month - 1] ?? "")) ?? all)
  }

  takePhrases(words, found) {
    const taken = new Set()
    for (let at = 0; at + 1 < words.length; at += 1) {
      const goals = this.phrase(words[at], words[at + 1])
      if (!goals) continue
      found.groups.push(goals.map(key => alternative(key, `${words[at]} ${words[at + 1]}`)))
      taken.add(at).add(at + 1)
    }
    return taken
  }

  phrase(first, second) {
    const keys = word => [...this.exact(word).map(({ key }) => key), word]
    const pairs = keys(first).flatMap(before => keys(second).map(after => `${before} ${after}`))
    return this.rules.phrases[pairs.find(pair => pair in this.rules.phrases)]
  }

  addWord(word, found) {
    const exact = this.exact(word)
    if (exact.length) { found.groups.push(exact); return }
    const isDutch = this.index.keysOf(word) !== undefined
    const parts = this.split(word)
    const begun = this.begun(word)
    const near = isDutch || this.literally ? null : this.nearest(word, 1)
    if (near && word.length > SURE) this.mend(word, near, found)
    else if (parts) { found.split[word] = parts; parts.forEach(part => this.addWord(part, found)) }
    else if (begun.length) found.groups.push(begun)
    else if (isDutch || this.literally) found.unknown.push(word)
    else this.mend(word, this.nearest(word), found)
  }

  mend(word, near, found) {
    if (!near) { found.unknown.push(word); return }
    found.mended[word] = near
    found.groups.push(this.exact(near).map(each => ({ ...each, weight: each.weight * WEIGHT.mended })))
  }

  exact(word) {
    const form = [word, word.replace(/'s$/, "")].find(each => this.index.keysOf(each)?.length)
    const known = form ? this.index.keysOf(form) : []
    return known.map(key => alternative(key, word)).sort((a, b) => b.weight - a.weight)
  }

  /** The keys of the words that start with what is typed so far. */
  begun(word) {
    if (word.length < 3) return []
    const forms = this.index.forms().filter(form => form.startsWith(word))
    const keys = new Set(forms.flatMap(form => this.index.keysOf(form)).filter(key => !key.startsWith("~")))
    return [...keys].slice(0, MOST_BEGUN).map(key => ({ key, weight: WEIGHT.begun, word }))
  }

  /** The two known words that form an unknown one. */
  split(word) {
    const isKnown = part => part.length > 3 && this.index.keysOf(part)?.length
    for (let at = 4; at <= word.length - 4; at += 1)
      for (const first of [word.slice(0, at), word.slice(0, at).replace(/s$/, "")])
        if (isKnown(first) && isKnown(word.slice(at))) return [first, word.slice(at)]
    return null
  }

  /** The known word that was probably meant: the most similar one with few typing errors. */
  nearest(word, limit = Infinity) {
    const most = Math.min(limit, Object.entries(NEAR).findLast(([length]) => word.length >= length)?.[1] ?? 0)
    let best = null
    for (const form of this.index.forms()) {
      if (form[0] !== word[0] || Math.abs(form.length - word.length) > most || form.length < 4) continue
      const distance = typos(word, form, most)
      if (distance <= most && (!best || distance < best.distance)) best = { form, distance }
    }
    return best?.form
  }
}

function alternative(key, word) {
  return key.startsWith("~")
    ? { key: key.slice(1), weight: WEIGHT.related, word, isRelated: true }
    : { key, weight: WEIGHT.exact, word }
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
