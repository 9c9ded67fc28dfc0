// The search index: the files in zoekindex/, each loaded once. What failed to load is forgotten, so
// that the next try loads it again.

/** A table to look words up in: one without the names that every object has, such as constructor. */
export function table(entries) {
  return Object.assign(Object.create(null), entries)
}

export class SearchIndex {
  #base
  #files = new Map()
  #forms = table()
  #keys = table()

  constructor(base) {
    this.#base = base
  }

  #file(name) {
    if (!this.#files.has(name)) {
      const loading = fetch(new URL(`${name}.json`, this.#base)).then(answer => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
        return answer.json()
      })
      this.#files.set(name, loading)
      loading.catch(() => this.#files.delete(name))
    }
    return this.#files.get(name)
  }

  /** What every question needs: names, phrases, and the rules to read it. */
  async open() {
    const common = await this.#file("algemeen")
    if (!this.common) {
      this.common = { ...common, names: table(common.names), phrases: table(common.phrases) }
      this.statements = new Map(numbersOfSteps(common.statements).map((number, at) => [number, at]))
      this.stop = new Set(common.stop)
    }
  }

  /** Load the forms and keys that start like some words; `whole` is for all with the first letter. */
  async load(words, { whole = false } = {}) {
    const near = word => this.common.pieces.filter(piece => word.startsWith(piece) || (whole && piece[0] === word[0]) || piece.startsWith(word))
    const pieces = new Set(words.filter(Boolean).flatMap(near))
    await Promise.all([...pieces].map(async piece => {
      const { forms, keys } = await this.#file(`woorden/${piece}`)
      Object.assign(this.#forms, forms)
      Object.assign(this.#keys, keys)
    }))
  }

  /** The keys of a form that is loaded; none for a Dutch word that only looks like one of them. */
  keysOf(form) {
    return this.#forms[form]
  }

  /** The loaded forms that lead somewhere. */
  forms() {
    return Object.keys(this.#forms).filter(form => this.#forms[form].length)
  }

  /** The records with a key, by their number, each with how much it counts, up to about 1. */
  postings(key) {
    const found = new Map()
    const pairs = this.#keys[key] ?? []
    for (let at = 0, number = 0; at < pairs.length; at += 2) {
      number += pairs[at]
      found.set(number, pairs[at + 1] / 100)
    }
    return found
  }

  /** The records with some numbers; null for each that could not be loaded. */
  async records(numbers) {
    const { perFile } = this.common
    return Promise.all(numbers.map(async number => {
      const block = await this.#file(`resultaten/${Math.floor(number / perFile)}`).catch(() => null)
      return block?.[number % perFile] ?? null
    }))
  }

  /** The numbers of the records with each value of each filter. */
  async filters() {
    const filters = await this.#file("filters")
    this.sets ??= table(Object.fromEntries(Object.entries(filters).map(([name, values]) =>
      [name, table(Object.fromEntries(Object.entries(values).map(([value, runs]) => [value, numbersOf(runs)])))])))
    return this.sets
  }
}

function numbersOfSteps(steps) {
  let number = 0
  return steps.map(step => number += step)
}

function numbersOf(runs) {
  const found = new Set()
  for (let at = 0; at < runs.length; at += 2)
    for (let step = 0; step < runs[at + 1]; step += 1) found.add(runs[at] + step)
  return found
}
