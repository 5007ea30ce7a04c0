"""How each room of the house is made: reference, ingest, staging, core, metrics, marts, charts, report.

The modules directly in this folder know how a kind of thing is made; `sources/` (publishers) and
`charts/` (pictures) hold one plain module per thing. Scheduling, checks and the command line live in
`orchestration/`; arithmetic lives in `sql/`; facts live in `warehouse/reference/`.
"""
