import { app, state } from './app.ts'
import type { Question, Reply, SeenByStandIn } from './control.ts'
import { dialogAnswers, shownParts } from './desktop-parts.ts'
import { defaultSession, invokeHandlers, ipcEvents, registeredSchemes } from './sessions.ts'
import { allWindows } from './windows.ts'

function look(): SeenByStandIn {
  return {
    windows: [...allWindows].map(({ options, visible, focused }) => ({
      title: String(options['title']),
      visible,
      focused,
      webPreferences: Object.fromEntries(
        Object.entries(options.webPreferences).filter(([, value]) => typeof value !== 'object'),
      ),
    })),
    ...shownParts,
    switches: state.switches,
    sandboxEnabled: state.sandboxEnabled,
    schemes: registeredSchemes,
    grantsPermission: defaultSession.grantsAnything(),
    listeners: [...invokeHandlers.keys(), ...ipcEvents.eventNames().map(String)],
  }
}

function answer(question: Question): unknown {
  switch (question.ask) {
    case 'look':
      return look()
    case 'answer-dialog':
      dialogAnswers.push(question.answers)
      return null
    case 'quit':
      app.quit()
      return null
    case 'send': {
      const [window] = allWindows
      return window?.contents.invoke(question.channel, question.given, question.from)
    }
  }
}

/** Listens to the test, where there is one. */
export function answerTest(): void {
  process.on('message', (given) => {
    // Only our own test has the other end of this channel.
    const question = given as Question
    new Promise((resolve) => {
      resolve(answer(question))
    }).then(
      (value) => process.send?.({ id: question.id, value } satisfies Reply),
      (fault: unknown) => process.send?.({ id: question.id, fault: String(fault) } satisfies Reply),
    )
  })
}
