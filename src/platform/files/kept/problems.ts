import { defineProblems } from '#platform/http/problem.ts'

export const FileProblem = defineProblems('file', {
  notFound: 404,
  unitNotFound: 404, // unit
  incomplete: 409, // received, bytes
  gap: 409, // received: the next piece begins there
  tooLong: 422, // bytes: more came than was announced
  pieceTooLarge: 413, // megabytes
  different: 422, // the bytes are not those that were announced
  kind: 415, // name: not a kind that is taken
  picture: 422, // name: looks like an image and cannot be read
  pictureTooLarge: 422, // megapixels
  noCopy: 404, // name: only pictures have copies
  tooManyUnfinished: 429, // count
})
