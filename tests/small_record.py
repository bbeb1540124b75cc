"""A record as small as one can be that makes a summary, to be varied."""

SMALL = """\
summarykit: 1
organisation: {name: 云岭县青石镇中心小学, level: school}
period: {kind: school_year, name: 2023—2024学年, start: 2023-09-01, end: 2024-07-05}
population:
  - {id: enrolled, cohort: enrolled, count: 612名}
  - {id: left_behind, cohort: left_behind, count: 87名, part_of: enrolled}
programmes:
  left_behind_care:
    measures:
      - {id: m1, kind: teacher_pairing, pairs: 87对, practice: 教师与留守儿童结对谈心}
signature: {date: 2024-07-10}
"""

UNSOUND = SMALL.replace("87名, part_of", "700名, part_of")
"""More children left behind than there are pupils: an error of relations, in line 6."""

HALF_TOLD = SMALL + "attachments:\n  - {id: roster, name: 结对名册}\n"
"""An attachment without content: a warning that composing finds, about line 13."""
