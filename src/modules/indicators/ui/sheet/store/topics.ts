/** Who wants to hear of what. A cell listens to itself alone, so that a keystroke draws one cell and not the sheet. */
export type Topics = {
  on(topic: string, listen: () => void): () => void
  tell(...topics: string[]): void
}

export function createTopics(): Topics {
  const listeners = new Map<string, Set<() => void>>()
  return {
    on(topic, listen) {
      const there = listeners.get(topic) ?? new Set()
      listeners.set(topic, there.add(listen))
      return () => there.delete(listen)
    },
    tell(...topics) {
      for (const topic of topics) for (const listen of listeners.get(topic) ?? []) listen()
    },
  }
}
