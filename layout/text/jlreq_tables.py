"""JLREQ's Tables 1 to 6, cell by cell (W3C Requirements for Japanese Text Layout, appendix C).

Rows are the class before, columns the class after; ``head`` is the head of a line, ``E`` its
end.  Each table is a picture of the published one, one sign a cell; the legends say what the
signs mean.  Where a note makes a cell depend on more than the two classes, the legend says
so, and ``layout/text/units.py`` decides it from the text.  cl-17 and cl-18 do not occur in
the tables: outside formulas they are set as cl-19.
"""

TABLE_1 = """
       0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3 E
       1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 9 0 1 2 3 4 5 6 7 8 9 0
cl-01  . . . . a . . . . . . . . . . . . . . h h . . . . . x . x
cl-02  B . B B a . . B B B B B B . B B B . B P P B B B B B . B B
cl-03  A . . . a . . . . . . . . . . . . . . . . . . . . . . . .
cl-04  A . . . a . . . . . . . . . . . . . b . . b b . b . . . .
cl-05  b b b b m b b b b b b b b b b b b b b p p b b b b b b b b
cl-06  B . B B s . . B B B B B B B B B B . B P P B B B B B B B B
cl-07  B . B B s . . B B B B B B B B B B . B P P B B B B B B B B
cl-08  A . . . a . . . . . . . . . . . . . . h h . . . . . . . .
cl-09  A . . . a . . . . . . . . . . . . . b . . b b . b . . . .
cl-10  A . . . a . . . . . . . . . . . . . b h h b b . b . . . .
cl-11  A . . . a . . . . . . . . . . . . . b h h b b . b . . . .
cl-12  A . . . a . . . . . . . . . . . . . . . . . . . . . x . x
cl-13  A . . . a . . . . . . . . . . . . . . . . . . . . . . . .
cl-14  . . . . a . . . . . . . . . . . . . . h h . . . . . . . .
cl-15  A . . . a . . . . . . . . . . . . . b h h b b . b . . . .
cl-16  A . . . a . . . . . . . . . . . . . b h h b b . b . . . .
cl-19  A . . . a . . . . . . . . . . . . . b . . b b . b . . . .
cl-20  A . . . a . . . . . . . . . . . . . . . . . . . . . . . .
cl-21  A . . . a . . . a a a . . . a a a . . r r . . . . b . a .
cl-22  R h . . r h h h . h h . . h h h . . p . . p p . p . x . .
cl-23  R h . . r h h h . h h . . h h h . . p . . p p . p . x . .
cl-24  A . . . a . . . a a a . . . a a a . . r r . b . . b . a .
cl-25  A . . . a . . . a a a . . . a a a . . r r b . . . b . a .
cl-26  A . . . a . . . . . . . . . . . . . . . . . . . . . . . .
cl-27  A . . . a . . . a a a . . . a a a . . r r . b . . b . a .
cl-28  . x x x x x x . x x x . . . . . . x . x x . . . . x x . x
cl-29  A . . . a . . . . . . . . . . . . . a . . a a . a . x . .
cl-30  A . . . a . . . . . . . . . . . . . b . . b b . b . . . .
head   . x x x x x x . x x x . . . . . . x . . . . . . . . x . x
"""
"""Space between characters (C.2, Table 1).

``B b`` half / quarter em of the size before, ``A a`` of the size after; ``m`` a quarter of each
(note 3); ``s`` half em before and quarter em after (note 5); ``P p R r`` are ``B b A a`` over
which ruby may hang; ``h`` solid, and ruby may hang over the neighbour (notes 1, 7, 8); ``.``
solid; ``x`` cannot occur.  At the line end ``B`` and ``b`` are what is kept in principle
(notes 2, 4, 6); at the line head cl-01 is set tentsuki (note 17).
"""

TABLE_2 = """
       0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3
       1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 9 0 1 2 3 4 5 6 7 8 9 0
cl-01  - - - - - - - - - - - - - - - - - - - - - - - - - - x -
cl-02  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-03  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-04  . - - - - - - . - - - . . - . . . - . . . . . . . . - .
cl-05  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-06  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-07  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-08  . - - - - - - = - - - . . . . . . - . . . . . . . . - .
cl-09  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-10  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-11  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-12  - - - - - - - - - - - - - - - - - - - - - - - - - - x -
cl-13  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-14  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-15  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-16  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-19  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-20  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-21  . - - - - - - . - - - . . . . . . - = . . . . . . . - .
cl-22  . - - - - - - . - - - . . . . . . - . = . . . . . . x .
cl-23  . - - - - - - . - - - . . . . . . - . . . . . . . . x .
cl-24  . - - - - - - . - - - . - . . . . - . . . - . . - . - .
cl-25  . - - - - - - . - - - . . . . . . - . . . . - . - . - .
cl-26  . - - - - - - . - - - . . . . . . - . . . . . . . . - .
cl-27  . - - - - - - . - - - . . . . . . - . . . - - . - . - .
cl-28  - x x x x x x - x x x - - - - - - x - x x - - x - x x -
cl-29  . - - - - - - . - - - . . . . . . - . . . . . . . . x .
cl-30  . - - - - - - . - - - . . . . . . - . . . . . . . . - =
"""
"""Where a line may be broken (C.3, Table 2, the very strict level).

``.`` allowed; ``-`` not; ``x`` cannot occur; ``=`` not within one unit, such as two dashes, the
ruby of one word, one tate-chu-yoko (notes 5 to 7, 13).  cl-04 before cl-14: the space belongs
to the mark (note 4).  cl-24 before cl-27 is not broken (note 10 leaves it open), cl-27 before
cl-13 only if it is no numeral (note 11).
"""

TABLE_3 = """
       0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3 E
       1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 9 0 1 2 3 4 5 6 7 8 9 0
cl-01  . . . . 4 . . . . . . . . . . . . . . . . . . . . . x . x
cl-02  5 . 5 5 4 . . 5 5 5 5 5 5 . 5 5 5 . 5 5 5 5 5 5 5 5 . 5 2
cl-03  5 . . . 4 . . . . . . . . . . . . . . . . . . . . . . . .
cl-04  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-05  4 4 4 4 m 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 3
cl-06  - . - - s . . - - - - - - - - - - . - - - - - - - - - - 2
cl-07  5 . 5 5 c . . 5 5 5 5 5 5 5 5 5 5 . 5 5 5 5 5 5 5 5 5 5 2
cl-08  5 . . . 4 . . . . . . . . . . . . . . . . . . . . . . . .
cl-09  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-10  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-11  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-12  5 . . . 4 . . . . . . . . . . . . . . . . . . . . . x . x
cl-13  5 . . . 4 . . . . . . . . . . . . . . . . . . . . . . . .
cl-14  . . . . 4 . . . . . . . . . . . . . . . . . . . . . . . .
cl-15  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-16  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-19  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
cl-20  5 . . . 4 . . . . . . . . . . . . . . . . . . . . . . . .
cl-21  5 . . . 4 . . . 6 6 6 . . . 6 6 6 . . 6 6 . . . . 6 . 6 .
cl-22  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . x . .
cl-23  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . x . .
cl-24  5 . . . 4 . . . 6 6 6 . . . 6 6 6 . . 6 6 . - . . 6 . 6 .
cl-25  5 . . . 4 . . . 6 6 6 . . . 6 6 6 . . 6 6 6 . . . 6 . 6 .
cl-26  5 . . . 4 . . . . . . . . . . . . . . . . . . . . . . . .
cl-27  5 . . . 4 . . . 6 6 6 . . . 6 6 6 . . 6 6 . 6 . . 6 . 6 .
cl-28  . x x x x x x . x x x . . . . . . x . x x . . . . x x . x
cl-29  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . x . .
cl-30  5 . . . 4 . . . . . . . . . . . . . 6 . . 6 6 . 6 . . . .
"""
"""What may be reduced, the method of JLREQ itself (C.4, Table 3; 3.8.3).

``4`` stage 4, quarter em to solid; ``5`` stage 5, half em to solid; ``6`` stage 6, quarter em to
an eighth; ``-`` a space that is not reduced; ``m`` both quarters, stage 4; ``s`` the half em
fixed, the quarter stage 4; ``c`` the half em stage 5, the quarter stage 4 (notes 1 to 3).  At
the line end, whole or not at all: ``2`` stage 2, the half em; ``3`` stage 3, both quarters of
the middle dot (note 5).  Stage 1, in all three tables, is the word space, to a quarter em.
"""

TABLE_4 = """
       0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3 E
       1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 9 0 1 2 3 4 5 6 7 8 9 0
cl-01  . . . . 2 . . . . . . . . . . . . . . . . . . . . . x . x
cl-02  3 . 3 3 2 . . 3 3 3 3 3 3 . 3 3 3 . 3 3 3 3 3 3 3 3 . 3 .
cl-03  3 . . . 2 . . . . . . . . . . . . . . . . . . . . . . . .
cl-04  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-05  2 2 2 2 m 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 .
cl-06  - . - - s . . - - - - - - - - - - . - - - - - - - - - - .
cl-07  3 . 3 3 s . . 3 3 3 3 3 3 3 3 3 3 . 3 3 3 3 3 3 3 3 3 3 .
cl-08  3 . . . 2 . . . . . . . . . . . . . . . . . . . . . . . .
cl-09  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-10  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-11  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-12  3 . . . 2 . . . . . . . . . . . . . . . . . . . . . x . x
cl-13  3 . . . 2 . . . . . . . . . . . . . . . . . . . . . . . .
cl-14  . . . . 2 . . . . . . . . . . . . . . . . . . . . . . . .
cl-15  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-16  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-19  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
cl-20  3 . . . 2 . . . . . . . . . . . . . . . . . . . . . . . .
cl-21  3 . . . 2 . . . 4 4 4 . . . 4 4 4 . . 4 4 . . . . 4 . 4 .
cl-22  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . x . .
cl-23  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . x . .
cl-24  3 . . . 2 . . . 4 4 4 . . . 4 4 4 . . 4 4 . - . . 4 . 4 .
cl-25  3 . . . 2 . . . 4 4 4 . . . 4 4 4 . . 4 4 4 . . . 4 . 4 .
cl-26  3 . . . 2 . . . . . . . . . . . . . . . . . . . . . . . .
cl-27  3 . . . 2 . . . 4 4 4 . . . 4 4 4 . . 4 4 . 4 . . 4 . 4 .
cl-28  . x x x x x x . x x x . . . . . . x . x x . . . . x x . x
cl-29  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . x . .
cl-30  3 . . . 2 . . . . . . . . . . . . . 4 . . 4 4 . 4 . . . .
"""
"""What may be reduced by JIS X 4051 (C.4, Table 4).

``2`` stage 2, quarter em to solid; ``3`` stage 3, half em to solid; ``4`` stage 4, quarter em to
an eighth; ``-``, ``m`` and ``s`` as in Table 3, at stage 2.  Nothing is reduced at the line end.
"""

TABLE_5 = """
       0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3 E
       1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 9 0 1 2 3 4 5 6 7 8 9 0
cl-01  . . . . - . . . . . . . . . . . . . . . . . . . . . x . x
cl-02  3 . 3 3 - . . 3 3 3 3 3 3 . 3 3 3 . 3 3 3 3 3 3 3 3 . 3 2
cl-03  3 . . . - . . . . . . . . . . . . . . . . . . . . . . . .
cl-04  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-05  - - - - - - - - - - - - - - - - - - - - - - - - - - - - .
cl-06  - . - - - . . - - - - - - - - - - . - - - - - - - - - - 2
cl-07  3 . 3 3 c . . 3 3 3 3 3 3 3 3 3 3 . 3 3 3 3 3 3 3 3 3 3 2
cl-08  3 . . . - . . . . . . . . . . . . . . . . . . . . . . . .
cl-09  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-10  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-11  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-12  3 . . . - . . . . . . . . . . . . . . . . . . . . . x . x
cl-13  3 . . . - . . . . . . . . . . . . . . . . . . . . . . . .
cl-14  . . . . - . . . . . . . . . . . . . . . . . . . . . . . .
cl-15  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-16  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-19  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
cl-20  3 . . . - . . . . . . . . . . . . . . . . . . . . . . . .
cl-21  3 . . . - . . . - - - . . . - - - . . - - . . . . - . - .
cl-22  3 . . . - . . . . . . . . . . . . . - . . - - . - . x . .
cl-23  3 . . . - . . . . . . . . . . . . . - . . - - . - . x . .
cl-24  3 . . . - . . . - - - . . . - - - . . - - . - . . - . - .
cl-25  3 . . . - . . . - - - . . . - - - . . - - - . . . - . - .
cl-26  3 . . . - . . . . . . . . . . . . . . . . . . . . . . . .
cl-27  3 . . . - . . . - - - . . . - - - . . - - . - . . - . - .
cl-28  . x x x x x x . x x x . . . . . . x . x x . . . . x x . x
cl-29  3 . . . - . . . . . . . . . . . . . - . . - - . - . x . .
cl-30  3 . . . - . . . . . . . . . . . . . - . . - - . - . . . .
"""
"""What may be reduced in the manner of many books (C.4, Table 5).

``3`` stage 3, half em to a quarter; ``c`` the same, with a quarter em that is fixed; ``-`` a
space that is not reduced; ``2`` at the line end, the half em whole or not at all.
"""

TABLE_6 = """
       0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 2 3
       1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 9 0 1 2 3 4 5 6 7 8 9 0
cl-01  . . . . . . . . . . . . . . . . . . . . . . . . . . x .
cl-02  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 4 4 4 4 4 4 4 4 . 4
cl-03  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 4 4 4 4 4 4 4 4 . 4
cl-04  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 2 4 4 2 2 4 2 4 . 4
cl-05  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 4 4 4 4 4 4 4 4 . 4
cl-06  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 4 4 4 4 4 4 4 4 . 4
cl-07  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 4 4 4 4 4 4 4 4 . 4
cl-08  4 . . . . . . = 3 3 3 3 3 4 3 3 3 . 3 3 3 4 4 4 3 3 . 3
cl-09  4 . . . . . . 4 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . 3
cl-10  4 . . . . . . 4 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . 3
cl-11  4 . . . . . . 4 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . 3
cl-12  . . . . . . . 3 3 3 3 3 3 . 3 3 3 . 3 3 3 . 3 4 3 3 x 3
cl-13  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 3 3 3 3 3 4 3 3 . 3
cl-14  4 . . . . . . 4 . . . 4 4 4 4 4 4 . 4 4 4 4 4 4 4 4 . 4
cl-15  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . 3
cl-16  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . 3
cl-19  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . 3
cl-20  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 3 3 3 3 3 4 3 3 . 3
cl-21  4 . . . . . . 3 2 2 2 3 3 4 2 2 2 . = 2 2 3 3 4 3 3 . 2
cl-22  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 = 3 2 2 4 2 3 x 3
cl-23  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 3 = 2 2 4 2 3 x 3
cl-24  4 . . . . . . 3 2 2 2 3 . 4 2 2 2 . 3 2 2 . 4 4 . 2 . 2
cl-25  4 . . . . . . 3 2 2 2 3 3 4 2 2 2 . 3 2 2 4 . 4 . 2 . 2
cl-26  4 . 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 . 4
cl-27  4 . . . . . . 3 2 2 2 3 3 4 2 2 2 . 3 2 2 . . 4 . 2 . 2
cl-28  . x x x x x x . x x x . . . . . . x . x x . . x . x x .
cl-29  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 x 3
cl-30  4 . . . . . . 3 3 3 3 3 3 4 3 3 3 . 2 3 3 2 2 4 2 3 . =
"""
"""What may be expanded (C.5, Table 6; 3.8.4).

``2`` stage 2, quarter em to a half; ``3`` stage 3, solid to a quarter em; ``4`` stage 4, evenly
with all the others and without limit; ``=`` stage 3 unless both are of one unit (notes 4 to 7,
12); ``.`` never.  Stage 1 is the word space, to a half em.
"""
