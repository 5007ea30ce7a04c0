title = Order by output per head, { $first }–{ $last }: { $up }, { $down }
subtitle = Rank of the { $provinces } provinces by gross regional product per head, 1 = highest, { $first }–{ $last } on one basis. Blue: farthest risen; red, dashed: farthest fallen
alt = Bump chart of the ranks of the provinces by output per head, { $first } to { $last }, with names at both ends.
description = Farthest risen: { $risers }. Farthest fallen: { $fallers }. Provinces at the same rank in both years: { $kept } of { $provinces }.
note = A rank shared by several provinces is the best of theirs. Neighbouring ranks can be close in value: the slope chart of the same figures shows the distances.
up = farthest rise { $moves }
up-nobody = nobody rises
down = farthest fall { $moves }
down-nobody = nobody falls
move = { $name } from { $before } to { $after }
nobody = nobody
everyone = all
