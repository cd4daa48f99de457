// What other modules and the application may use of directives.

export type { DirectiveDraft } from './register/draft.ts'
export { findDirectives } from './register/find-directives.ts'
export { type Doing, getDirective, registerDirective } from './register/register-directive.ts'
export type { DirectiveRow } from './store/directives.ts'
