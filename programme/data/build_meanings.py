"""Builds topic_meanings.npz, the middle of each topic's names in the space of the second vote's encoder.

    pip install '.[meaning]' && python -m programme.data.build_meanings

Takes minutes; needed when the list of topics has changed a lot. A topic the file does not know is found by words alone.
"""

import numpy

from programme.second_vote import MEANINGS, encoded
from programme.topics import Topics

SCALE = 127


def middle(vectors: numpy.ndarray) -> numpy.ndarray:
    mean = vectors.mean(axis=0)
    return mean / numpy.linalg.norm(mean)


def main() -> None:
    topics = Topics.load()
    middles = [middle(encoded([*topic.names(), *topic.pointers()])) for topic in topics]
    most = max(abs(one).max() for one in middles)
    numpy.savez_compressed(
        MEANINGS,
        topics=numpy.array([topic.id for topic in topics]),
        middles=numpy.array([numpy.round(one / most * SCALE) for one in middles], dtype=numpy.int8),
        scale=numpy.float32(SCALE / most),
    )


if __name__ == "__main__":
    main()
