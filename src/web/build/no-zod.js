// Stands in for zod in the browser. Contracts are names and types there: what they check, the server checks, and a
// tenth of the first load stays at home. Only the choices of an enumeration can be read.

const shape = (known = {}) =>
  new Proxy(() => {}, {
    get: (_, name) => (name in known ? known[name] : name === 'then' ? undefined : () => shape()),
    apply: () => shape(),
  })

const choose = (values) => shape({ options: Array.isArray(values) ? values : Object.values(values) })

export { choose as enum }

const any = () => shape()

export {
  any,
  any as array,
  any as boolean,
  any as custom,
  any as discriminatedUnion,
  any as email,
  any as int,
  any as lazy,
  any as literal,
  any as looseObject,
  any as nullable,
  any as number,
  any as object,
  any as optional,
  any as preprocess,
  any as record,
  any as strictObject,
  any as string,
  any as stringbool,
  any as tuple,
  any as undefined,
  any as union,
  any as unknown,
  any as url,
  any as uuid,
}
export const iso = shape()
export const coerce = shape()
