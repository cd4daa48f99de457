import { Link } from '@tanstack/react-router'
import classes from './register.module.css'

/** The number of a directive, which opens it; the place (unit, period) is kept. */
export const DirectiveLink = ({
  directive: { id, number },
}: {
  directive: { id: string; number: string }
}) => (
  <Link
    className={classes.number}
    to={'/directives/$id' as never}
    params={{ id } as never}
    search={keepPlace as never}
  >
    {number}
  </Link>
)

/** From page to page the unit and the period stay, and nothing else. */
export const keepPlace = ({ unit, period }: { unit?: string; period?: string }) => ({
  ...(unit && { unit }),
  ...(period && { period }),
})
